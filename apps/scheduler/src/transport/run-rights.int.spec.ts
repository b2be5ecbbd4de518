import { builtInRole } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually, seedMember, seedRole } from '@imprimatur/testing';
import type { EntityManager } from 'typeorm';
import { modelVersion, publishedSync, type Model, type Sync } from '../domain/states.fixture.ts';
import { TestService, type Caller } from '../service.fixture.ts';
import type { World } from '../use-cases/world.fixture.ts';
import type { RunDetailsDto } from './runs.dto.ts';

interface Answer {
  status: number;
  body: unknown;
}

let scheduler: TestService;
let world: World;
let model: Model;
let role: RoleDocument;
let member: Caller;
let memberId: string;

beforeAll(async () => {
  scheduler = await TestService.alone();
  world = scheduler.world;
});
beforeEach(async () => {
  await world.clear();
  model = await world.hearOfModel();
  role = builtInRole('workspace-editor', newId());
  const tx = scheduler.database.dataSource.manager;
  await seedRole(tx, scheduler.workspace.id, role);
  const seeded = await seedMember(tx, scheduler.workspace.id, { roleId: role.id });
  memberId = seeded.id;
  member = await scheduler.as(seeded);
});
afterAll(() => scheduler.close());

async function hearOfSync(): Promise<Sync> {
  const sync = await world.hearOfSyncOn(model);
  await world.hearOfEnd('source', sync.ends.sourceId);
  await world.hearOfEnd('destination', sync.ends.destinationId);
  return sync;
}

/** The role from now on lets its members run nothing at this destination, or at `all`. */
async function takeAway(tx: EntityManager, destinationId: string): Promise<void> {
  const destinations = role.destinations.map((grant) => ({ ...grant, run: destinationId !== 'all' }));
  const except = { ...destinations[0]!, scope: destinationId, run: false };
  await seedRole(tx, scheduler.workspace.id, {
    ...role,
    destinations: destinationId === 'all' ? destinations : [...destinations, except],
  });
}

const isWaiting = (): Promise<void> =>
  eventually(async () => {
    const waiting: unknown[] = await scheduler.database.dataSource.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(waiting).toHaveLength(1);
  });

const leave = (tx: EntityManager): Promise<unknown> =>
  tx.query('update access_member set active = false, seq = seq + 1 where id = $1', [memberId]);

/** While the gate waits for the sync's row the member asks; before the row is let go of, something happens. */
async function askMeanwhile(
  sync: Sync,
  path: string,
  happens: (tx: EntityManager) => Promise<unknown>,
): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  await world.inTransaction(async (tx) => {
    await tx.query('select from sync_state where id = $1 for update', [sync.id]);
    answer = member
      .post(path, path === '/runs' ? { syncId: sync.id } : {})
      .then(({ status, body }) => ({ status, body }));
    await isWaiting();
    await happens(tx);
  });
  return answer!;
}

describe('rights that are lost while a command waits for the gate', () => {
  it.each(['/runs', 'pause', 'resume'])('are not used: %s', async (command) => {
    const sync = await hearOfSync();
    const path = command === '/runs' ? command : `/schedules/${sync.id}/${command}`;
    const answer = await askMeanwhile(sync, path, (tx) => takeAway(tx, 'all'));
    expect(answer.status).toBe(403);
    expect(await world.runsOf(sync)).toEqual([]);
    expect((await world.scheduleOf(sync)).paused).toBe(false);
  });

  it.each(['/runs', 'pause'])('are not used after the member has left: %s', async (command) => {
    const sync = await hearOfSync();
    const path = command === '/runs' ? command : `/schedules/${sync.id}/${command}`;
    const answer = await askMeanwhile(sync, path, leave);
    expect([answer.status, answer.body]).toEqual([401, expect.objectContaining({ code: 'session.ended' })]);
    expect(await world.runsOf(sync)).toEqual([]);
  });

  it('are judged on where the sync has been moved meanwhile', async () => {
    const sync = await hearOfSync();
    const destinationId = newId();
    await world.hearOfEnd('destination', destinationId);
    await takeAway(scheduler.database.dataSource.manager, destinationId);
    const answer = await askMeanwhile(sync, '/runs', (tx) =>
      tx.query('update sync_state set destination_id = $2, seq = 2 where id = $1', [sync.id, destinationId]),
    );
    expect(answer.status).toBe(403);
    expect(await world.runsOf(sync)).toEqual([]);
  });
});

describe('the right to run where a run would really go', () => {
  it('counts, whatever the sync says of its ends', async () => {
    const sync = await hearOfSync();
    const destinationId = newId();
    const { published } = publishedSync(model, { version: 2, configuration: { destinationId } });
    await world.hearOf({ ...sync, seq: 2, published });
    await takeAway(scheduler.database.dataSource.manager, destinationId);
    await member.post('/runs', { syncId: sync.id }).expect(403);
  });
});

describe('a run that a member asked for', () => {
  async function queued(): Promise<{ sync: Sync; runId: string }> {
    const sync = await hearOfSync();
    const { body } = (await member.post('/runs', { syncId: sync.id }).expect(201)) as { body: RunDetailsDto };
    return { sync, runId: body.id };
  }

  it('starts while they may run it', async () => {
    const { runId } = await queued();
    expect(await world.startNext()).toMatchObject({ runId, epoch: 1 });
  });

  it.each([
    ['their role lost the right', (tx: EntityManager) => takeAway(tx, 'all')],
    ['they left', leave],
  ])('fails where it starts when %s since', async (_, happens) => {
    const { sync, runId } = await queued();
    await happens(scheduler.database.dataSource.manager);
    expect(await world.startNext()).toBe('turned-away');
    expect(await world.startNext()).toBeNull();
    const [run] = await world.runsOf(sync);
    expect(run).toMatchObject({ status: 'failed', failure: { code: 'rights.missing' }, counts: { read: 0 } });
    expect(await world.events()).toEqual([
      { type: 'runs.run.started.v1', data: expect.objectContaining({ runId, requestedBy: memberId }) },
      {
        type: 'runs.run.finished.v1',
        data: expect.objectContaining({
          runId,
          outcome: 'failed',
          failure: expect.objectContaining({ code: 'rights.missing' }),
        }),
      },
    ]);
  });

  it('fails when it would now go where they may run nothing', async () => {
    const { sync } = await queued();
    const destinationId = newId();
    await takeAway(scheduler.database.dataSource.manager, destinationId);
    const { published } = publishedSync(model, { version: 2, configuration: { destinationId } });
    await world.hearOf({ ...sync, seq: 2, ends: { ...sync.ends, destinationId }, published });
    expect(await world.startNext()).toBe('turned-away');
    expect((await world.runsOf(sync))[0]).toMatchObject({ status: 'failed', failure: { code: 'rights.missing' } });
  });

  it('starts on versions published since, where they may run those too', async () => {
    const { sync } = await queued();
    await world.hearOfModel({ ...model, seq: 2, published: modelVersion(2) });
    expect(await world.startNext()).toMatchObject({ epoch: 1 });
    expect((await world.runsOf(sync))[0]).toMatchObject({ status: 'running', modelVersion: 2 });
  });
});
