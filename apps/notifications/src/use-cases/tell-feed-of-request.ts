import { subjectOf, type JudgedItem } from '@imprimatur/abilities';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Audience, FeedType } from '../domain/feed-entry.ts';
import { FeedRepository } from '../persistence/feed.repository.ts';

export interface RequestNews {
  workspaceId: string;
  requestId: string;
  /** Not told: as they were known before. */
  items?: readonly JudgedItem[];
  isClosed: boolean;
}

const type: FeedType = 'approval-requests';

/** Who may view one item may view the request, and hears of it. */
@Injectable()
export class TellFeedOfRequest {
  constructor(private readonly feed: FeedRepository) {}

  async execute(tx: EntityManager, { workspaceId, requestId, items, isClosed }: RequestNews): Promise<void> {
    if (items === undefined) return this.feed.appendLike(tx, { workspaceId, type, id: requestId }, requestId);
    const audience: Audience = { any: items.map(subjectOf) };
    await this.feed.append(tx, { workspaceId, type, id: requestId, version: null, audience });
    if (isClosed) await this.feed.forget(tx, workspaceId, requestId);
    else await this.feed.follow(tx, workspaceId, requestId, 1, audience);
  }
}
