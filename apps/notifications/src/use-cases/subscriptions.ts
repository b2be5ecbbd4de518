import { PublicUrl } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';
import { MailPreferencesRepository } from '../persistence/mail-preferences.repository.ts';
import { UnsubscribeTokensRepository } from '../persistence/unsubscribe-tokens.repository.ts';

/** What somebody who is about to get a mail has turned off, and the link with which they turn off more. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferences: MailPreferencesRepository,
    private readonly tokens: UnsubscribeTokensRepository,
    private readonly publicUrl: PublicUrl,
  ) {}

  async mutedBy(workspaceId: string, memberId: string): Promise<EventClass[]> {
    return (await this.preferences.find(this.dataSource.manager, workspaceId, memberId)).muted;
  }

  async unsubscribeUrl(workspaceId: string, memberId: string, eventClass: EventClass): Promise<string> {
    const token = await this.tokens.of(this.dataSource.manager, { workspaceId, memberId, eventClass });
    return this.publicUrl.to(`/api/v1/notification-preferences/unsubscribe?token=${token}`);
  }
}
