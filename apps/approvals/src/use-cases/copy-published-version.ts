import type { DataOf, GatedKind, ModelState, SyncState } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PublishedVersions } from '../persistence/published-versions.repository.ts';

/** Keeps the local copy of what is published, by which a request knows that it has become stale. */
@Injectable()
export class CopyPublishedVersion {
  constructor(private readonly versions: PublishedVersions) {}

  async execute(
    tx: EntityManager,
    kind: GatedKind,
    state: DataOf<typeof ModelState> | DataOf<typeof SyncState>,
  ): Promise<void> {
    const { workspaceId, id, deleted, seq, published } = state;
    await this.versions.put(tx, { workspaceId, id, deleted, seq, kind, version: published?.version ?? null });
  }
}
