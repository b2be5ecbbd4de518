import type { Caller } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mutedBy, preferencesFrom, type Preferences } from '../domain/event-classes.ts';
import { MailPreferencesRepository } from '../persistence/mail-preferences.repository.ts';

/** Replaces what a member wants mails about. */
@Injectable()
export class SetPreferences {
  constructor(private readonly stored: MailPreferencesRepository) {}

  /** `seen` is the version that the member saw. Returns the new one. */
  async execute(
    tx: EntityManager,
    { workspaceId, memberId }: Caller,
    seen: string,
    preferences: Preferences,
  ): Promise<number> {
    const muted = mutedBy(preferences);
    const present = await this.stored.find(tx, workspaceId, memberId);
    const version = present.version;
    const unchanged = seen === String(version);
    if (unchanged && (await this.stored.replace(tx, workspaceId, memberId, { muted, version }))) return version + 1;
    throw new DomainError(
      'stale',
      'notification-preferences.changed',
      'Your preferences were changed meanwhile, perhaps by an unsubscribe link. See what they are now.',
      { details: { preferences: preferencesFrom(present.muted) } },
    );
  }
}
