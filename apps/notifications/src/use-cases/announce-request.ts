import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Announcement, Happened, NamedItem } from '../domain/announcement.ts';
import { ReviewThreadsRepository } from '../persistence/review-threads.repository.ts';
import { Announce } from './announce.ts';

interface RequestFacts {
  requestId: string;
  number: number;
  participants: string[];
  items: NamedItem[];
}

/** Remembers who takes part in a request, and announces what happened to it, if that is told to anybody. */
@Injectable()
export class AnnounceRequest {
  constructor(
    private readonly threads: ReviewThreadsRepository,
    private readonly announce: Announce,
  ) {}

  async execute(tx: EntityManager, event: Happened<RequestFacts>, announcement: Announcement | null): Promise<void> {
    const { requestId, number, participants } = event.data;
    const items = event.data.items.map(({ kind, name, ends }) => ({ kind, name, ends }));
    await this.threads.follow(tx, event.workspaceId, { requestId, number, participants, items }, event.time);
    if (announcement !== null) await this.announce.execute(tx, announcement);
  }
}
