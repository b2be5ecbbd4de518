import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FeedRepository } from '../persistence/feed.repository.ts';

/** Who was away for longer looks at everything anew. */
const KEPT_HOURS = 24;
const BATCH = 1_000;

@Injectable()
export class ForgetOldFeed {
  constructor(private readonly feed: FeedRepository) {}

  /** Returns whether there may be more to delete at once. */
  async execute(tx: EntityManager): Promise<boolean> {
    return (await this.feed.deleteOld(tx, KEPT_HOURS, BATCH)) === BATCH;
  }
}
