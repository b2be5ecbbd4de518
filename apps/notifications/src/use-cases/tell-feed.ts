import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEntry } from '../domain/feed-entry.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';

/** Lets whoever listens hear that something changed. */
@Injectable()
export class TellFeed {
  constructor(private readonly feed: FeedRepository) {}

  execute(tx: EntityManager, entry: FeedEntry): Promise<void> {
    return this.feed.append(tx, entry);
  }
}
