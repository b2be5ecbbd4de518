import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FeedRepository } from '../persistence/feed.repository.ts';

@Injectable()
export class TellFeedOfRun {
  constructor(private readonly feed: FeedRepository) {}

  execute(tx: EntityManager, workspaceId: string, { runId, syncId }: { runId: string; syncId: string }): Promise<void> {
    return this.feed.appendRun(tx, workspaceId, runId, syncId);
  }
}
