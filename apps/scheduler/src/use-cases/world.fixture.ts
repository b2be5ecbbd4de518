import { access, ProjectedDirectory } from '@imprimatur/access';
import type { WorkspaceSettings } from '@imprimatur/contracts';
import { kitMigrations } from '@imprimatur/service-kit';
import { seedIdentity, testDatabase, type SeededWorkspace, type TestDatabase } from '@imprimatur/testing';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import type { RunSettings } from '../domain/run-settings.ts';
import { publishedModel, publishedSync, type Model, type Sync, type SyncVersion } from '../domain/states.fixture.ts';
import { GateRepository } from '../persistence/gate.repository.ts';
import { LeasesRepository } from '../persistence/leases.repository.ts';
import { PinnedVersionsRepository } from '../persistence/pinned-versions.repository.ts';
import { RunRow } from '../persistence/run.row.ts';
import { RunsRepository } from '../persistence/runs.repository.ts';
import { ScheduleRow } from '../persistence/schedule.row.ts';
import { ownMigrations, schedulerEntities } from '../persistence/schema.ts';
import { SchedulesRepository } from '../persistence/schedules.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';
import { FinishRun } from './finish-run.ts';
import { FireDueSchedules } from './fire-due-schedules.ts';
import { Gate } from './gate.ts';
import { HearOfSync } from './hear-of-sync.ts';
import { StartNextRun } from './start-next-run.ts';

const testSettings: RunSettings = {
  owner: 'this test',
  workers: 4,
  tickIntervalMs: 20,
  recheckDelayMs: 5_000,
  leaseMs: 30_000,
  statementTimeoutMs: 10_000,
};

/** The use cases of the gate over a real database, and a workspace to try them in. */
export class World {
  readonly schedules = new SchedulesRepository();
  readonly states = new StatesRepository();
  readonly runs: RunsRepository;
  readonly leases: LeasesRepository;
  readonly gate: Gate;
  readonly fireDueSchedules: FireDueSchedules;
  readonly startNextRun: StartNextRun;
  private readonly hearOfSync = new HearOfSync(this.states, this.schedules);

  constructor(
    readonly database: TestDatabase,
    readonly workspace: SeededWorkspace,
    settings: RunSettings = testSettings,
  ) {
    this.runs = new RunsRepository(settings);
    this.leases = new LeasesRepository(new PinnedVersionsRepository(), settings);
    const directory = new ProjectedDirectory(database.dataSource);
    this.gate = new Gate(new GateRepository(), this.runs, directory);
    this.fireDueSchedules = new FireDueSchedules(this.schedules, this.runs);
    const finishRun = new FinishRun(this.leases, this.runs);
    this.startNextRun = new StartNextRun(this.runs, this.leases, this.schedules, this.gate, directory, finishRun);
  }

  static async create(workspace: Partial<WorkspaceSettings> = {}, settings: Partial<RunSettings> = {}): Promise<World> {
    const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
    const database = await testDatabase({ entities: schedulerEntities, migrations });
    const seeded = await seedIdentity(database.dataSource.manager, { settings: workspace });
    return new World(database, seeded, { ...testSettings, ...settings });
  }

  /** A source or destination, which members with the right to may view. */
  async hearOfEnd(kind: 'source' | 'destination', id: string): Promise<void> {
    const state = { id, workspaceId: this.workspace.id, seq: 1, deleted: false, name: id, type: 'postgres' as const };
    await this.inTransaction((tx) => this.states.putEndpoint(tx, kind, state));
  }

  /** Everything of the workspace is gone; the members stay. */
  async clear(): Promise<void> {
    await this.database.dataSource.query(
      'truncate model_state, sync_state, endpoint_state, connection_state, schedule, run, pinned_version, outbox',
    );
  }

  inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.dataSource.transaction(work);
  }

  async hearOfModel(over: Partial<Model> = {}): Promise<Model> {
    const model = publishedModel({ workspaceId: this.workspace.id, ...over });
    await this.inTransaction((tx) => this.states.putModel(tx, model));
    return model;
  }

  /** Hears of a new sync, or of a later state of one. */
  async hearOf(sync: Sync): Promise<Sync> {
    await this.inTransaction((tx) => this.hearOfSync.execute(tx, sync));
    return sync;
  }

  hearOfSyncOn(model: Model, version: SyncVersion = {}, over: Partial<Sync> = {}): Promise<Sync> {
    return this.hearOf(publishedSync(model, version, over));
  }

  fire(): Promise<boolean> {
    return this.inTransaction((tx) => this.fireDueSchedules.execute(tx, [this.workspace.id]));
  }

  startNext(): Promise<Lease | 'turned-away' | null> {
    return this.inTransaction((tx) => this.startNextRun.execute(tx, [this.workspace.id]));
  }

  /** Lets the wait before the second look at the gate pass. */
  async recheckComesUp(): Promise<void> {
    await this.database.dataSource.query(`update run set ready_at = ready_at - interval '5 s' where status = 'queued'`);
  }

  /** Lets so much time pass that the schedule of this sync has ticked. */
  async tickComes(sync: Sync): Promise<void> {
    await this.database.dataSource.query(
      `update schedule set next_fire_at = date_trunc('milliseconds', now()) where sync_id = $1`,
      [sync.id],
    );
  }

  scheduleOf(sync: Sync): Promise<ScheduleRow> {
    return this.database.dataSource.manager.findOneByOrFail(ScheduleRow, { syncId: sync.id });
  }

  /** Oldest first. */
  runsOf(sync: Sync): Promise<RunRow[]> {
    return this.database.dataSource.manager.find(RunRow, { where: { syncId: sync.id }, order: { createdAt: 'asc' } });
  }

  /** The events that were appended, without the prefix that all types have. */
  async events(): Promise<{ type: string; data: Record<string, unknown> }[]> {
    const rows: { type: string; data: Record<string, unknown> }[] = await this.database.dataSource.query(
      `select replace(type, 'io.imprimatur.', '') as type, data from outbox order by id`,
    );
    return rows;
  }
}
