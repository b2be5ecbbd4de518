import {
  PostgresCredentials,
  PostgresSettings,
  CredentialSealer,
  type PostgresOptions,
  type UpsertTarget,
} from '@imprimatur/connectors';
import type { SyncContent } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import { lostTooOften, MAX_WORKERS_LOST } from '../domain/run.ts';
import { RunSettings } from '../domain/run-settings.ts';
import { PinnedVersionsRepository } from '../persistence/pinned-versions.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';

interface Database {
  settings: PostgresSettings;
  credentials: PostgresCredentials;
}

/** All it takes to move the rows of a run, credentials opened: lives in memory only. */
export interface RunPlan {
  syncId: string;
  source: Database;
  query: string;
  destination: Database;
  target: UpsertTarget;
  options: PostgresOptions;
}

/** Puts together what a started run moves, from the versions it was started on and the connections as they are now. */
@Injectable()
export class PrepareRun {
  constructor(
    private readonly pinnedVersions: PinnedVersionsRepository,
    private readonly states: StatesRepository,
    private readonly sealer: CredentialSealer,
    private readonly settings: RunSettings,
  ) {}

  /**
   * Throws `source.not-connected` or `destination.not-connected` when there is no way to reach one any more, and `run.lost` when the
   * run has cost too many workers.
   */
  async execute(tx: EntityManager, lease: Lease): Promise<RunPlan> {
    const { run, sync, model } = await this.pinnedVersions.startedRun(tx, lease);
    if (run.workersLost >= MAX_WORKERS_LOST) throw new DomainError('conflict', lostTooOften.code, lostTooOften.message);
    return {
      syncId: run.syncId,
      source: await this.connection(tx, run.workspaceId, run.sourceId, 'source'),
      query: model.query,
      destination: await this.connection(tx, run.workspaceId, run.destinationId, 'destination'),
      target: targetOf(sync),
      options: { statementTimeoutMs: this.settings.statementTimeoutMs },
    };
  }

  private async connection(
    tx: EntityManager,
    workspaceId: string,
    connectionId: string,
    kind: 'source' | 'destination',
  ): Promise<Database> {
    const found = await this.states.findConnection(tx, workspaceId, connectionId);
    if (found === null || found.kind !== kind || found.credentials === null)
      throw new DomainError('conflict', `${kind}.not-connected`, `There is no connection to the ${kind} of this sync.`);
    const { settings, version, credentials } = found;
    const opened = this.sealer.open({ workspaceId, connectionId, version }, credentials);
    return { settings: PostgresSettings.parse(settings), credentials: PostgresCredentials.parse(opened) };
  }
}

function targetOf({ configuration: { object, mapping, keys } }: SyncContent): UpsertTarget {
  return { object, mapping, keys };
}
