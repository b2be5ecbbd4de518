import type { DataOf, SyncState } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { feedOfSync } from '../domain/feed-of-state.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';

/** Keeps who may view the sync besides, for its runs do not say it. */
@Injectable()
export class TellFeedOfSync {
  constructor(private readonly feed: FeedRepository) {}

  async execute(tx: EntityManager, state: DataOf<typeof SyncState>): Promise<void> {
    const entry = feedOfSync(state);
    await this.feed.follow(tx, entry.workspaceId, entry.id, state.seq, entry.audience);
    await this.feed.append(tx, entry);
  }
}
