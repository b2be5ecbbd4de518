import { derivedId } from '@imprimatur/kernel';
import { everyHour, type Sync } from '../domain/states.fixture.ts';
import { World } from './world.fixture.ts';

const HOUR = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR);

let world: World;
beforeAll(async () => {
  world = await World.create();
});
afterEach(() => world.clear());
afterAll(() => world.database.drop());

async function hourlySync(anchor: Date): Promise<Sync> {
  return world.hearOfSyncOn(await world.hearOfModel(), { schedule: everyHour, anchor });
}

describe('a schedule', () => {
  it('does nothing before its tick', async () => {
    const sync = await hourlySync(hoursAgo(0.5));
    await world.fire();
    expect(await world.runsOf(sync)).toEqual([]);
  });

  it('queues one run for its tick, named after it, and moves on', async () => {
    const sync = await hourlySync(hoursAgo(1.5));
    const firedAt = (await world.scheduleOf(sync)).nextFireAt!;
    await world.fire();
    const runs = await world.runsOf(sync);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      id: derivedId(sync.id, firedAt.toISOString()),
      ...{ trigger: 'schedule', status: 'queued', requestedBy: null, modelId: sync.ends.modelId },
    });
    expect((await world.scheduleOf(sync)).nextFireAt).toEqual(new Date(firedAt.getTime() + HOUR));
  });

  it('turns all the ticks of an outage into one run and keeps its beat', async () => {
    const anchor = hoursAgo(5.5);
    const sync = await hourlySync(anchor);
    await world.fire();
    await world.fire();
    expect(await world.runsOf(sync)).toHaveLength(1);
    expect((await world.scheduleOf(sync)).nextFireAt).toEqual(new Date(anchor.getTime() + 6 * HOUR));
  });

  it('waits while its last tick still waits at the gate', async () => {
    const sync = await hourlySync(hoursAgo(1.5));
    await world.fire();
    await world.tickComes(sync);
    await world.fire();
    expect(await world.runsOf(sync)).toHaveLength(1);
    await world.startNext();
    await world.fire();
    expect(await world.runsOf(sync)).toHaveLength(2);
  });

  it('of a draft never ticks', async () => {
    const sync = await world.hearOfSyncOn(await world.hearOfModel(), {}, { published: null });
    expect((await world.scheduleOf(sync)).nextFireAt).toBeNull();
  });

  it('stops with its sync', async () => {
    const sync = await hourlySync(hoursAgo(1.5));
    await world.hearOf({ ...sync, seq: 2, deleted: true });
    await world.fire();
    expect(await world.runsOf(sync)).toEqual([]);
  });

  it('is not moved by a state that is older than the one at hand', async () => {
    const sync = await hourlySync(hoursAgo(0.5));
    await world.hearOf({ ...sync, seq: 3, deleted: true });
    await world.hearOf({ ...sync, seq: 2 });
    expect((await world.scheduleOf(sync)).nextFireAt).toBeNull();
  });

  it('keeps its tick when a new version of the sync leaves it as it was', async () => {
    const anchor = hoursAgo(1.5);
    const sync = await hourlySync(anchor);
    await world.fire();
    const { nextFireAt } = await world.scheduleOf(sync);
    await world.hearOf({ ...sync, seq: 2, published: { ...sync.published!, version: 2 } });
    expect((await world.scheduleOf(sync)).nextFireAt).toEqual(nextFireAt);
  });
});

describe('a paused schedule', () => {
  const pause = (sync: Sync, paused: boolean): Promise<void> =>
    world.inTransaction((tx) => world.schedules.setPaused(tx, world.workspace.id, sync.id, paused));

  it('does not tick, and makes up for what it missed with one run when it is resumed', async () => {
    const sync = await hourlySync(hoursAgo(3.5));
    await pause(sync, true);
    await world.fire();
    expect(await world.runsOf(sync)).toEqual([]);
    await pause(sync, false);
    await world.fire();
    await world.fire();
    expect(await world.runsOf(sync)).toHaveLength(1);
  });
});

describe('four processes that fire at once', () => {
  it('fire every tick exactly once', async () => {
    const model = await world.hearOfModel();
    const many = 300;
    for (let n = 0; n < many; n++) await world.hearOfSyncOn(model, { schedule: everyHour, anchor: hoursAgo(1.5) });
    const drain = async (): Promise<void> => {
      while (await world.fire());
    };
    await Promise.all([drain(), drain(), drain(), drain()]);
    const [counted]: { runs: string; syncs: string }[] = await world.database.dataSource.query(
      'select count(*) as runs, count(distinct sync_id) as syncs from run',
    );
    expect(counted).toEqual({ runs: String(many), syncs: String(many) });
  });

  it('collide on a tick that was, against all rules, taken back', async () => {
    const sync = await hourlySync(hoursAgo(1.5));
    const { nextFireAt } = await world.scheduleOf(sync);
    await world.fire();
    await world.startNext();
    await world.inTransaction((tx) =>
      world.schedules.advance(tx, [{ workspaceId: world.workspace.id, syncId: sync.id, nextFireAt }]),
    );
    await world.fire();
    expect(await world.runsOf(sync)).toHaveLength(1);
  });
});
