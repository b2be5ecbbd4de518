import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MailPreferencesRepository } from '../persistence/mail-preferences.repository.ts';
import { UnsubscribeTokensRepository, type Subscription } from '../persistence/unsubscribe-tokens.repository.ts';

/** Turns off the mails that a token stands for, and nothing else. However often it is asked to. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly tokens: UnsubscribeTokensRepository,
    private readonly preferences: MailPreferencesRepository,
  ) {}

  /** Null for a token that is none of ours. */
  async execute(tx: EntityManager, token: string): Promise<Subscription | null> {
    const subscription = await this.tokens.find(tx, token);
    if (subscription === null) return null;
    const { workspaceId, memberId, eventClass } = subscription;
    await this.preferences.mute(tx, workspaceId, memberId, eventClass);
    return subscription;
  }
}
