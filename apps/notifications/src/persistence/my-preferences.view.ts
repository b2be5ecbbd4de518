import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { preferencesFrom, type Preferences } from '../domain/event-classes.ts';
import { MailPreferencesRepository } from './mail-preferences.repository.ts';

/** What a member is mailed about, and the version to name when changing it. */
@Injectable()
export class MyPreferencesView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stored: MailPreferencesRepository,
  ) {}

  async read(workspaceId: string, memberId: string): Promise<{ preferences: Preferences; version: number }> {
    const { muted, version } = await this.stored.find(this.dataSource.manager, workspaceId, memberId);
    return { preferences: preferencesFrom(muted), version };
  }
}
