import { eventually } from '@imprimatur/testing';
import { createSchedulerApp } from '../create-scheduler-app.ts';
import type { Lease } from '../domain/lease.ts';
import { MAX_WORKERS_LOST } from '../domain/run.ts';
import { everyHour, modelVersion, type Model, type Sync } from '../domain/states.fixture.ts';
import type { RunRow } from '../persistence/run.row.ts';
import { TestService, type Caller } from '../service.fixture.ts';
import type { World } from '../use-cases/world.fixture.ts';
import { Warehouse } from '../warehouse.fixture.ts';
import { Claims } from './claims.ts';
import { RunLoop } from './run-loop.ts';
import { RunWorker } from './run-worker.ts';

const ROWS = 3_000;
/** Slow enough to be interrupted between its batches. */
const slowQuery = `select id, email, pg_sleep(0.0005)::text as nap from customers`;

let scheduler: TestService;
let world: World;
let editor: Caller;
let source: Warehouse;
let destination: Warehouse;

beforeAll(async () => {
  source = await Warehouse.create(
    'create table customers (id int primary key, email text)',
    `insert into customers select n, 'person' || n || '@example.com' from generate_series(1, ${ROWS}) n`,
  );
  destination = await Warehouse.create('create table contacts (external_id int primary key, email text)');
});
beforeEach(async () => {
  scheduler = await TestService.alone({ runLeaseMs: 2_000 });
  world = scheduler.world;
  editor = await scheduler.as(scheduler.workspace.members['workspace-editor']);
  await destination.query('truncate contacts');
});
afterEach(() => scheduler.close());
afterAll(async () => {
  await Promise.all([source.drop(), destination.drop()]);
});

async function hearOfAll(query: string): Promise<{ model: Model; sync: Sync }> {
  const { sealingKeys } = scheduler.config;
  for (const [kind, at] of [
    ['source', source],
    ['destination', destination],
  ] as const) {
    await world.hearOfEnd(kind, at.id);
    const connection = at.connection(kind, scheduler.workspace.id, sealingKeys);
    await world.inTransaction((tx) => world.states.putConnection(tx, connection));
  }
  const model = await world.hearOfModel({ sourceId: source.id, published: modelVersion(1, { query }) });
  return { model, sync: await world.hearOfSyncOn(model, { configuration: { destinationId: destination.id } }) };
}

/** A run that this service has started, and is to work on. */
async function startRun(sync: Sync): Promise<Lease> {
  await editor.post('/runs', { syncId: sync.id }).expect(201);
  const lease = await scheduler.service.app.get(Claims).takeRun([scheduler.workspace.id]);
  return lease!;
}

async function expire({ runId }: Lease): Promise<void> {
  await scheduler.database.dataSource.query('update run set lease_expires_at = now() where id = $1', [runId]);
}

async function ended(sync: Sync): Promise<RunRow> {
  return eventually(async () => {
    const [run] = await world.runsOf(sync);
    expect(['succeeded', 'failed']).toContain(run!.status);
    return run!;
  });
}

async function written(): Promise<number> {
  return (await destination.query('select from contacts')).length;
}

const finishedEvents = async (): Promise<object[]> =>
  (await world.events()).filter(({ type }) => type === 'runs.run.finished.v1');

describe('a run whose worker was killed', () => {
  it('is started again by another, on the same versions, and converges', async () => {
    const { model, sync } = await hearOfAll('select id, email from customers');
    const lease = await startRun(sync);
    await world.hearOfModel({
      ...model,
      seq: 2,
      published: modelVersion(2, { query: 'select 1 as id, null as email' }),
    });
    await destination.query(`insert into contacts values (1, 'half-done@example.com')`);
    await expire(lease);

    const other = await createSchedulerApp(scheduler.config);
    try {
      other.app.get(RunLoop).start();
      const run = await ended(sync);
      expect(run).toMatchObject({ status: 'succeeded', modelVersion: 1, syncVersion: 1, leaseEpoch: 2 });
      expect(run.counts).toEqual({ read: ROWS, added: ROWS - 1, changed: 1, unchanged: 0, rejected: 0 });
      expect(await finishedEvents()).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('is given up when that happens again and again', async () => {
    const { sync } = await hearOfAll('select id, email from customers');
    let lease = await startRun(sync);
    const claims = scheduler.service.app.get(Claims);
    for (let lost = 1; lost <= MAX_WORKERS_LOST; lost++) {
      await expire(lease);
      lease = (await claims.takeRun([]))!;
    }
    await scheduler.service.app.get(RunWorker).work(lease, new AbortController().signal);
    expect(await ended(sync)).toMatchObject({ status: 'failed', failure: { code: 'run.lost' } });
    expect(await finishedEvents()).toHaveLength(1);
  });
});

describe('a worker', () => {
  it('stops when another has taken its run over, and leaves the outcome to it', async () => {
    const { sync } = await hearOfAll(slowQuery);
    const lease = await startRun(sync);
    const work = scheduler.service.app.get(RunWorker).work(lease, new AbortController().signal);
    await eventually(async () => expect((await world.runsOf(sync))[0]!.counts!.read).toBeGreaterThan(0));

    await expire(lease);
    const successor = await scheduler.service.app.get(Claims).takeRun([]);
    expect(successor).toEqual({ ...lease, epoch: 2 });
    await work;

    expect(await written()).toBeLessThan(ROWS);
    const [run] = await world.runsOf(sync);
    expect(run).toMatchObject({ status: 'running', leaseEpoch: 2, finishedAt: null });
    expect(await finishedEvents()).toEqual([]);
    await scheduler.service.app.get(RunWorker).work(successor!, new AbortController().signal);
    expect(await ended(sync)).toMatchObject({ status: 'succeeded', counts: { read: ROWS } });
    const [{ count }] = (await destination.query<{ count: string }>('select count(*) from contacts')) as [
      { count: string },
    ];
    expect(count).toBe(String(ROWS));
  }, 20_000);

  it('gives its run back when the process stops, for another to take over at once', async () => {
    const { sync } = await hearOfAll(slowQuery);
    const lease = await startRun(sync);
    const stopping = new AbortController();
    const work = scheduler.service.app.get(RunWorker).work(lease, stopping.signal);
    await eventually(async () => expect((await world.runsOf(sync))[0]!.counts!.read).toBeGreaterThan(0));
    stopping.abort();
    await work;
    expect(await written()).toBeLessThan(ROWS);
    expect(await scheduler.service.app.get(Claims).takeRun([])).toEqual({ ...lease, epoch: 2 });
  }, 20_000);
});

describe('a run that is handed over again and again', () => {
  it('is not given up: no worker was lost', async () => {
    const { sync } = await hearOfAll('select id, email from customers');
    let lease = await startRun(sync);
    const [worker, claims] = [scheduler.service.app.get(RunWorker), scheduler.service.app.get(Claims)];
    for (let restarts = 1; restarts <= MAX_WORKERS_LOST + 1; restarts++) {
      await worker.work(lease, AbortSignal.abort());
      lease = (await claims.takeRun([]))!;
      expect(lease.epoch).toBe(restarts + 1);
    }
    await worker.work(lease, new AbortController().signal);
    expect(await ended(sync)).toMatchObject({ status: 'succeeded', failure: null, counts: { read: ROWS } });
  });

  it('is given up all the same when its workers are lost in between', async () => {
    const { sync } = await hearOfAll('select id, email from customers');
    let lease = await startRun(sync);
    const [worker, claims] = [scheduler.service.app.get(RunWorker), scheduler.service.app.get(Claims)];
    for (let lost = 1; lost <= MAX_WORKERS_LOST; lost++) {
      await worker.work(lease, AbortSignal.abort());
      lease = (await claims.takeRun([]))!;
      await expire(lease);
      lease = (await claims.takeRun([]))!;
    }
    await worker.work(lease, new AbortController().signal);
    expect(await ended(sync)).toMatchObject({ status: 'failed', failure: { code: 'run.lost' } });
  });
});

describe('while the projections are behind', () => {
  it('ticks and queued runs wait, and go on when they have caught up', async () => {
    const { model, sync } = await hearOfAll('select id, email from customers');
    const due = await world.hearOfSyncOn(model, { schedule: everyHour, anchor: new Date(Date.now() - 5_400_000) });
    await editor.post('/runs', { syncId: sync.id }).expect(201);
    const claims = scheduler.service.app.get(Claims);
    await scheduler.fallBehind();
    const none = await claims.openWorkspaces();
    expect(none).toEqual([]);
    await claims.fireDue(none);
    expect(await world.runsOf(due)).toEqual([]);
    expect(await claims.takeRun(none)).toBeNull();

    await scheduler.hearBeats();
    const open = await claims.openWorkspaces();
    await claims.fireDue(open);
    expect(await world.runsOf(due)).toHaveLength(1);
    expect(await claims.takeRun(open)).toMatchObject({ epoch: 1 });
  });
});
