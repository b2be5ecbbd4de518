import { eventually } from '@imprimatur/testing';
import { newId } from '@imprimatur/kernel';
import { noProgress } from '../domain/progress.ts';
import { modelVersion, publishedSync, type Model, type Sync } from '../domain/states.fixture.ts';
import type { Lease } from '../domain/lease.ts';
import { OldRunsRepository } from '../persistence/old-runs.repository.ts';
import { PinnedVersionRow } from '../persistence/pinned-version.row.ts';
import { ForgetOldRuns } from './forget-old-runs.ts';
import { World } from './world.fixture.ts';

let world: World;
let model: Model;
let sync: Sync;
const forgetOldRuns = new ForgetOldRuns(new OldRunsRepository());

beforeAll(async () => {
  world = await World.create();
});
beforeEach(async () => {
  model = await world.hearOfModel();
  sync = await world.hearOfSyncOn(model);
});
afterEach(() => world.clear());
afterAll(() => world.database.drop());

const forget = (): Promise<boolean> => world.inTransaction((tx) => forgetOldRuns.execute(tx));

const newRun = () => ({
  ...{ id: newId(), workspaceId: world.workspace.id, syncId: sync.id, syncName: sync.name, modelId: model.id },
  ...{ sourceId: sync.ends.sourceId, destinationId: sync.ends.destinationId, trigger: 'manual' as const },
  ...{ requestedBy: world.workspace.members.admin.id, correlationId: newId() },
});

async function refused(): Promise<string> {
  const run = newRun();
  await world.inTransaction((tx) => world.runs.recordRefused(tx, run, ['MODEL_NOT_PUBLISHED']));
  return run.id;
}

async function queued(): Promise<string> {
  const run = newRun();
  await world.inTransaction((tx) => world.runs.queue(tx, [run]));
  return run.id;
}

async function running(): Promise<Lease> {
  await queued();
  return (await world.startNext()) as Lease;
}

async function ended(failure: { code: string; message: string } | null = null): Promise<string> {
  const lease = await running();
  await world.inTransaction((tx) => world.leases.finish(tx, lease, { ...noProgress, failure }));
  return lease.runId;
}

/** So many days, less or plus a minute, pass since everything about this run. */
async function age(id: string, days: number, minutes: -1 | 1): Promise<void> {
  await world.database.dataSource.query(
    `update run set created_at = created_at - x, ready_at = ready_at - x, started_at = started_at - x,
            finished_at = finished_at - x
     from (select $2 * interval '1 day' + $3 * interval '1 minute' as x) age where id = $1`,
    [id, days, minutes],
  );
}

const left = async (): Promise<string[]> => (await world.runsOf(sync)).map(({ id }) => id).sort();

async function pinned(): Promise<string[]> {
  const rows = await world.database.dataSource.manager.find(PinnedVersionRow);
  return rows.map(({ resourceId, version }) => `${resourceId === model.id ? 'model' : 'sync'} ${version}`).sort();
}

describe('runs that are forgotten', () => {
  it('are refusals after 14 days and the others after 400, not before, and none that is not over', async () => {
    const [youngRefusal, oldRefusal] = [await refused(), await refused()];
    const [young, old, failed] = [await ended(), await ended(), await ended({ code: 'x', message: 'x' })];
    const active = (await running()).runId;
    const waiting = await queued();
    await age(youngRefusal, 14, -1);
    await age(oldRefusal, 14, 1);
    await age(young, 400, -1);
    for (const id of [old, failed, active, waiting]) await age(id, 400, 1);
    expect(await forget()).toBe(false);
    expect(await left()).toEqual([youngRefusal, young, active, waiting].sort());
  });

  it('go a thousand at a time', async () => {
    const first = await refused();
    await age(first, 15, 1);
    await world.database.dataSource.query(
      `insert into run select (jsonb_populate_record(run, jsonb_build_object('id', gen_random_uuid()))).*
       from run, generate_series(1, 1500)`,
    );
    expect(await forget()).toBe(true);
    expect(await left()).toHaveLength(501);
    expect(await forget()).toBe(false);
    expect(await left()).toEqual([]);
  });

  it('are one process’s business at a time', async () => {
    await age(await refused(), 15, 1);
    await world.inTransaction(async (tx) => {
      expect(await new OldRunsRepository().claim(tx)).toBe(true);
      expect(await forget()).toBe(false);
      expect(await left()).toHaveLength(1);
    });
    await forget();
    expect(await left()).toEqual([]);
  });
});

describe('versions that runs were started on', () => {
  it('go with the last run of theirs', async () => {
    const first = await ended();
    await world.hearOfModel({ ...model, seq: 2, published: modelVersion(2) });
    const [second, third] = [await ended(), await ended()];
    expect(await pinned()).toEqual(['model 1', 'model 2', 'sync 1']);
    await age(first, 400, 1);
    await age(second, 400, 1);
    await forget();
    expect(await pinned()).toEqual(['model 2', 'sync 1']);
    await age(third, 400, 1);
    await forget();
    expect(await pinned()).toEqual([]);
  });

  it('stay when another sync still has a run on them', async () => {
    const first = await ended();
    await world.hearOf(publishedSync(model, {}, { id: (sync = { ...sync, id: newId() }).id }));
    await ended();
    await age(first, 400, 1);
    await forget();
    expect(await pinned()).toEqual(['model 1', 'sync 1']);
  });

  it('are there for a run that starts on them at that very moment', async () => {
    const last = await ended();
    await age(last, 400, 1);
    await queued();
    let forgotten: Promise<boolean> | undefined;
    const lease = await world.inTransaction(async (tx) => {
      const started = await world.startNextRun.execute(tx, [world.workspace.id]);
      forgotten = forget();
      await eventually(async () => expect(await Promise.race([forgotten, Promise.resolve('not yet')])).toBe(false));
      return started as Lease;
    });
    expect(await left()).toEqual([lease.runId]);
    expect(await pinned()).toEqual(['model 1', 'sync 1']);
  });

  it('are there for a run that waited until they were gone', async () => {
    const last = await ended();
    await age(last, 400, 1);
    await queued();
    let starting: ReturnType<World['startNext']> | undefined;
    await world.inTransaction(async (tx) => {
      await forgetOldRuns.execute(tx);
      starting = world.startNext();
      await eventually(async () => {
        const waiting: unknown[] = await world.database.dataSource.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(waiting).toHaveLength(1);
      });
    });
    expect(await starting).toMatchObject({ epoch: 1 });
    expect(await pinned()).toEqual(['model 1', 'sync 1']);
  });
});
