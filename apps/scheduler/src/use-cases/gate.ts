import { Directory } from '@imprimatur/access';
import { defaultSettings, type RefusalCode, type WorkspaceSettings } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusals } from '../domain/gate.ts';
import { gateFacts, GateRepository, type GateRows } from '../persistence/gate.repository.ts';
import { RunsRepository } from '../persistence/runs.repository.ts';
import type { SyncStateRow } from '../persistence/sync-state.row.ts';

export interface Judgement extends GateRows {
  /** Why the sync may not run; [] when it may. */
  codes: RefusalCode[];
}

/** Which runs count as the previous one: only one that is under way, or also one that is about to start. */
export type PreviousRun = 'running' | 'running-or-queued';

/** The gate with its facts. */
@Injectable()
export class Gate {
  constructor(
    private readonly gate: GateRepository,
    private readonly runs: RunsRepository,
    private readonly directory: Directory,
  ) {}

  /** Judges under the row locks, so that a run that is let through starts on exactly the versions that were judged. */
  async judge(tx: EntityManager, workspaceId: string, syncId: string, previous: PreviousRun): Promise<Judgement> {
    return this.judgement(tx, await this.gate.lock(tx, workspaceId, syncId), previous);
  }

  /** What it would say just now. Binds nobody. */
  async preview(tx: EntityManager, workspaceId: string, syncId: string): Promise<Judgement> {
    return this.judgement(tx, await this.gate.read(tx, workspaceId, syncId), 'running-or-queued');
  }

  /** {@link preview} of many syncs of a workspace. */
  async previewAll(tx: EntityManager, workspaceId: string, syncs: SyncStateRow[]): Promise<Judgement[]> {
    const all = await this.gate.readAll(tx, workspaceId, syncs);
    const modelDraftPolicy = await this.policy(tx, workspaceId);
    const ids = syncs.map(({ id }) => id);
    const active = await this.runs.activeAmong(tx, workspaceId, ids);
    return all.map((rows) => ({
      ...rows,
      codes: refusals(gateFacts(rows, modelDraftPolicy, active.has(rows.sync.id))),
    }));
  }

  private async judgement(tx: EntityManager, rows: GateRows, previous: PreviousRun): Promise<Judgement> {
    const { workspaceId, id } = rows.sync;
    const modelDraftPolicy = await this.policy(tx, workspaceId);
    const active = await this.runs.isActive(tx, workspaceId, id, previous === 'running-or-queued');
    return { ...rows, codes: refusals(gateFacts(rows, modelDraftPolicy, active)) };
  }
  private async policy(tx: EntityManager, workspaceId: string): Promise<WorkspaceSettings['modelDraftPolicy']> {
    const workspace = await this.directory.workspace(workspaceId, tx);
    return (workspace?.settings ?? defaultSettings).modelDraftPolicy;
  }
}
