import { topics } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { describeOnBuses, eventually, testDatabase, type TestDatabase } from '@imprimatur/testing';
import { discardDeadLetter, listDeadLetters } from '../consume/dead-letters.ts';
import { messagingMigrations } from '../migrations/messaging-migrations.ts';
import {
  Counted,
  copyInto,
  countIn,
  CreateEffect1767225600090,
  ServiceDouble,
  ThingState,
} from './service-double.fixture.ts';

const migrations = [...messagingMigrations, CreateEffect1767225600090];
const patient = { timeoutMs: 20_000 };

describeOnBuses('projecting state', (bus) => {
  let sending: TestDatabase;
  let receiving: TestDatabase;
  let resources: ServiceDouble;
  let open: ServiceDouble[];
  let workspace: string;
  let group: string;

  beforeEach(async () => {
    [sending, receiving] = await Promise.all([
      testDatabase({ entities: [], migrations }),
      testDatabase({ entities: [], migrations }),
    ]);
    workspace = newId();
    group = `things-${newId()}`;
    open = [];
    resources = await producer();
  });

  afterEach(async () => {
    await Promise.all(open.map((double) => double.bus.close()));
    await Promise.all([sending.drop(), receiving.drop()]);
  });

  const producer = async (): Promise<ServiceDouble> => {
    const double = new ServiceDouble(sending.dataSource, bus.config());
    open.push(double);
    await double.bus.startRelay();
    return double;
  };
  const reader = (): ServiceDouble => {
    const double = new ServiceDouble(receiving.dataSource, bus.config(), { service: 'approvals' });
    open.push(double);
    return double;
  };
  const onlyHere =
    (handle: ReturnType<typeof copyInto>): ReturnType<typeof copyInto> =>
    (event, context) =>
      event.workspaceId === workspace ? handle(event, context) : Promise.resolve();

  it('keeps a copy, and is not behind once it has seen a beat', async () => {
    const approvals = reader().project(ThingState, group, 1, onlyHere(copyInto(1)));
    expect(await approvals.bus.freshness.behind(workspace)).toBe(true);
    expect(approvals.listen().bus.health()).toEqual({ joined: false, beatsSeen: false, crashed: null });
    const id = newId();
    await resources.state(workspace, id, 1, 'old');
    await resources.state(workspace, id, 2, 'new');
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id, value: 'new' }]), patient);
    await eventually(async () => expect(await approvals.bus.freshness.behind(workspace)).toBe(false), patient);
    await eventually(() => expect(approvals.bus.health()).toEqual({ joined: true, beatsSeen: true, crashed: null }));
  });

  it('is behind 5 s after the producer fell silent, and no more when it speaks again', async () => {
    const approvals = reader()
      .project(ThingState, group, 1, onlyHere(copyInto(1)))
      .listen();
    await eventually(async () => expect(await approvals.bus.freshness.behind(workspace)).toBe(false), patient);
    await resources.bus.close();
    const [{ age }] = await eventually(async () => {
      expect(await approvals.bus.freshness.behind(workspace)).toBe(true);
      return receiving.dataSource.query<[{ age: number }]>(
        'select extract(epoch from clock_timestamp() - max(at))::float as age from projection_beat where topic = $1',
        [topics.resourcesState.name],
      );
    }, patient);
    expect(age).toBeGreaterThan(5);
    expect(age).toBeLessThan(7);
    await producer();
    await eventually(async () => expect(await approvals.bus.freshness.behind(workspace)).toBe(false), patient);
  });

  it('is behind for the workspace of a dead letter until a newer record of the same key arrives', async () => {
    const handle = onlyHere(async (event, context) => {
      if (event.data.value === 'poison') throw new Error('cannot be projected');
      await copyInto(1)(event, context);
    });
    const approvals = reader().project(ThingState, group, 1, handle).listen();
    const [id, other] = [newId(), newId()];
    await resources.state(workspace, id, 1, 'poison');
    await resources.state(workspace, other, 1, 'fine');
    const letter = await eventually(async () => {
      const [first] = await listDeadLetters(receiving.dataSource);
      expect(first).toMatchObject({ kind: 'projection', reason: 'failed', workspaceId: workspace });
      return first!;
    }, patient);
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id: other, value: 'fine' }]), patient);
    await eventually(async () => expect(await approvals.bus.freshness.behind(newId())).toBe(false), patient);
    expect(await approvals.bus.freshness.behind(workspace)).toBe(true);
    await expect(discardDeadLetter(receiving.dataSource, letter.id)).rejects.toMatchObject({
      code: 'dead-letter.projection',
    });

    await resources.state(workspace, id, 2, 'antidote');
    await eventually(async () => expect(await approvals.bus.freshness.behind(workspace)).toBe(false), patient);
    expect(await approvals.things(1)).toContainEqual({ id, value: 'antidote' });
    expect(await listDeadLetters(receiving.dataSource)).toEqual([]);
  });

  it('rebuilds the copy from the start of the topic when its generation is raised', async () => {
    const first = reader()
      .project(ThingState, group, 1, onlyHere(copyInto(1)))
      .listen();
    const ids = [newId(), newId()].sort();
    for (const id of ids) await resources.state(workspace, id, 1, 'kept');
    const copy = ids.map((id) => ({ id, value: 'kept' }));
    await eventually(async () => expect(await first.things(1)).toEqual(copy), patient);
    await first.bus.close();
    const second = reader()
      .project(ThingState, group, 2, onlyHere(copyInto(2)))
      .listen();
    await eventually(async () => expect(await second.things(2)).toEqual(copy), patient);
  });

  it('is never behind where nothing is projected', async () => {
    const approvals = reader().react(Counted, group, countIn(group)).listen();
    expect(await approvals.bus.freshness.behind(workspace)).toBe(false);
  });
});
