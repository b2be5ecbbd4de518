import { newId } from '@imprimatur/kernel';
import { everyHour, modelDraft, modelVersion, type Model, type Sync } from '../domain/states.fixture.ts';
import { PinnedVersionRow } from '../persistence/pinned-version.row.ts';
import { World } from './world.fixture.ts';

const longAgo = new Date(Date.now() - 5_400_000);

let world: World;
beforeAll(async () => {
  world = await World.create();
});
afterEach(() => world.clear());
afterAll(() => world.database.drop());

/** A sync whose tick waits at the gate. */
async function dueSync(model: Model): Promise<Sync> {
  const sync = await world.hearOfSyncOn(model, { schedule: everyHour, anchor: longAgo });
  await world.fire();
  return sync;
}

/** One more tick, looked at twice. */
async function nextTick(sync: Sync): Promise<void> {
  await world.tickComes(sync);
  await world.fire();
  await world.startNext();
  await world.recheckComesUp();
  await world.startNext();
}

const types = async (): Promise<string[]> => (await world.events()).map(({ type }) => type);

describe('a run that the gate lets through', () => {
  it('starts, pinned to both versions and with their contents kept', async () => {
    const model = await world.hearOfModel({ published: modelVersion(3) });
    const sync = await dueSync(model);
    const [queued] = await world.runsOf(sync);

    expect(await world.startNext()).toEqual({ workspaceId: world.workspace.id, runId: queued!.id, epoch: 1 });

    const [run] = await world.runsOf(sync);
    expect(run).toMatchObject({
      status: 'running',
      syncVersion: 1,
      modelVersion: 3,
      sourceId: model.sourceId,
      code: null,
    });
    const pinned = await world.database.dataSource.manager.findBy(PinnedVersionRow, {
      workspaceId: world.workspace.id,
    });
    expect(pinned.map(({ resourceId, version, content }) => [resourceId, version, content])).toEqual(
      expect.arrayContaining([
        [sync.id, 1, sync.published!.content],
        [model.id, 3, model.published!.content],
      ]),
    );
    expect(await world.events()).toEqual([
      {
        type: 'runs.run.started.v1',
        data: expect.objectContaining({ runId: run!.id, syncVersion: 1, modelVersion: 3, trigger: 'schedule' }),
      },
    ]);
  });

  it('keeps its versions when others are published meanwhile', async () => {
    const model = await world.hearOfModel();
    const sync = await dueSync(model);
    await world.startNext();
    await world.hearOfModel({ ...model, seq: 2, published: modelVersion(2) });
    expect((await world.runsOf(sync))[0]).toMatchObject({ syncVersion: 1, modelVersion: 1 });
  });

  it('is started once by workers that compete for it', async () => {
    const model = await world.hearOfModel();
    for (let n = 0; n < 5; n++) await dueSync(model);
    const leases = await Promise.all(Array.from({ length: 12 }, () => world.startNext()));
    const started = leases.filter((lease) => lease !== null);
    expect(new Set(started.map((lease) => (lease as { runId: string }).runId)).size).toBe(5);
    expect(started).toHaveLength(5);
  });
});

describe('a scheduled and a manual run of one sync that wait together', () => {
  it('never run together, however many workers there are', async () => {
    const sync = await dueSync(await world.hearOfModel());
    const [scheduled] = await world.runsOf(sync);
    const requestedBy = world.workspace.members.admin.id;
    const manual = { ...scheduled!, id: newId(), trigger: 'manual' as const, requestedBy };
    await world.inTransaction((tx) => world.runs.queue(tx, [manual]));
    await Promise.all([world.startNext(), world.startNext(), world.startNext()]);
    const statuses = (await world.runsOf(sync)).map(({ status, rechecked }) => [status, rechecked]);
    expect(statuses.filter(([status]) => status === 'running')).toHaveLength(1);
    expect(statuses.filter(([status, again]) => status === 'refused' || again)).toHaveLength(1);
  });
});

describe('a scheduled run that the gate turns back', () => {
  it('is looked at again five seconds later, and nothing is on record until then', async () => {
    const sync = await dueSync(await world.hearOfModel({ draft: modelDraft() }));
    expect(await world.startNext()).toBe('turned-away');
    expect(await world.startNext()).toBeNull();
    const [run] = await world.runsOf(sync);
    expect(run).toMatchObject({ status: 'queued', rechecked: true, code: null });
    expect(run!.readyAt.getTime() - run!.createdAt.getTime()).toBeGreaterThanOrEqual(5_000);
    expect(await world.events()).toEqual([]);
  });

  it('starts at the second look when a publication was in flight', async () => {
    const model = await world.hearOfModel({ draft: modelDraft() });
    const sync = await dueSync(model);
    await world.startNext();
    await world.hearOfModel({ ...model, seq: 2, published: modelVersion(2), draft: null });
    await world.recheckComesUp();
    expect(await world.startNext()).toMatchObject({ epoch: 1 });
    expect((await world.runsOf(sync))[0]).toMatchObject({ status: 'running', modelVersion: 2 });
  });

  it('is refused at the second look: recorded and announced, with all reasons', async () => {
    const model = await world.hearOfModel({ published: null, draft: modelDraft({ baseVersion: null }) });
    const sync = await world.hearOfSyncOn(model, {
      ...{ schedule: everyHour, anchor: longAgo },
      binding: { draftId: newId() },
    });
    await world.fire();
    await world.startNext();
    await world.recheckComesUp();
    await world.startNext();
    const codes = ['MODEL_NOT_PUBLISHED', 'MODEL_HAS_UNPUBLISHED_CHANGES', 'BINDING_MISMATCH'];
    const [run] = await world.runsOf(sync);
    expect(run).toMatchObject({ status: 'refused', code: codes[0], codes, syncVersion: null });
    expect(await world.events()).toEqual([
      {
        type: 'runs.run.refused.v1',
        data: expect.objectContaining({ runId: run!.id, syncName: sync.name, code: codes[0], codes }),
      },
    ]);
  });
});

describe('the refusals of a schedule', () => {
  it('are all recorded but announced once per change of reason', async () => {
    const model = await world.hearOfModel({ draft: modelDraft() });
    const sync = await world.hearOfSyncOn(model, { schedule: everyHour });
    for (let tick = 0; tick < 3; tick++) await nextTick(sync);
    expect((await world.runsOf(sync)).map(({ code }) => code)).toEqual(Array(3).fill('MODEL_HAS_UNPUBLISHED_CHANGES'));
    expect(await types()).toEqual(['runs.run.refused.v1']);

    await world.hearOfModel({ ...model, seq: 2, deleted: true });
    await nextTick(sync);
    expect((await world.events()).map(({ data }) => data['code'])).toEqual([
      'MODEL_HAS_UNPUBLISHED_CHANGES',
      'MODEL_DELETED',
    ]);
  });

  it('are announced again after a run has started in between', async () => {
    const model = await world.hearOfModel({ draft: modelDraft() });
    const sync = await world.hearOfSyncOn(model, { schedule: everyHour });
    await nextTick(sync);
    await world.hearOfModel({ ...model, seq: 2, draft: null });
    await nextTick(sync);
    await world.hearOfModel({ ...model, seq: 3 });
    await nextTick(sync);
    const [first, second, third] = await world.events();
    expect([first?.type, second?.type]).toEqual(['runs.run.refused.v1', 'runs.run.started.v1']);
    expect(third).toMatchObject({ type: 'runs.run.refused.v1', data: { code: 'MODEL_HAS_UNPUBLISHED_CHANGES' } });
  });

  it('name a run that is still active', async () => {
    const sync = await dueSync(await world.hearOfModel());
    await world.startNext();
    await nextTick(sync);
    expect((await world.runsOf(sync)).map(({ status, code }) => [status, code])).toEqual([
      ['running', null],
      ['refused', 'PREVIOUS_RUN_ACTIVE'],
    ]);
  });
});

describe('the gate of a workspace that runs the published version of drafted models', () => {
  it('lets the last published pair through', async () => {
    const other = await World.create({ modelDraftPolicy: 'run_published' });
    try {
      const model = await other.hearOfModel({ draft: modelDraft() });
      await other.hearOfSyncOn(model, { schedule: everyHour, anchor: longAgo });
      await other.fire();
      expect(await other.startNext()).toMatchObject({ epoch: 1 });
    } finally {
      await other.database.drop();
    }
  });
});
