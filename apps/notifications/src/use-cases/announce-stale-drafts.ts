import type { DataOf, PublicationApplied } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { announceStaleDrafts } from '../domain/announce-stale-drafts.ts';
import type { Happened } from '../domain/announcement.ts';
import { ReviewThreadsRepository } from '../persistence/review-threads.repository.ts';
import { Announce } from './announce.ts';

@Injectable()
export class AnnounceStaleDrafts {
  constructor(
    private readonly threads: ReviewThreadsRepository,
    private readonly announce: Announce,
  ) {}

  async execute(tx: EntityManager, event: Happened<DataOf<typeof PublicationApplied>>): Promise<void> {
    const requestIds = event.data.madeStale.map(({ requestId }) => requestId).filter((id) => id !== null);
    const announcement = announceStaleDrafts(event, await this.threads.find(tx, event.workspaceId, requestIds));
    if (announcement !== null) await this.announce.execute(tx, announcement);
  }
}
