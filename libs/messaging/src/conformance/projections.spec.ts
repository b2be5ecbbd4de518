import { topics } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { describeOnBuses, eventually } from '@imprimatur/testing';
import { discardDeadLetter, listDeadLetters } from '../consume/dead-letters.ts';
import { Conversation } from './conversation.fixture.ts';
import { Counted, copyInto, countIn, type ServiceDouble, ThingState } from './service-double.fixture.ts';

const patient = { timeoutMs: 20_000 };

describeOnBuses('projecting state', (bus) => {
  let here: Conversation;
  let resources: ServiceDouble;

  beforeEach(async () => {
    here = await Conversation.on(bus.config());
    resources = await producer();
  });

  afterEach(() => here.close());

  const producer = async (): Promise<ServiceDouble> => {
    const double = here.sender();
    await double.bus.startRelay();
    return double;
  };

  it('keeps a copy, and is not behind once it has seen a beat', async () => {
    const approvals = here.receiver().project(ThingState, here.group, 1, here.onlyHere(copyInto(1)));
    expect(await approvals.bus.freshness.behind(here.workspace)).toBe(true);
    expect(approvals.listen().bus.health()).toEqual({ joined: false, beatsSeen: false, crashed: null });
    const id = newId();
    await resources.state(here.workspace, id, 1, 'old');
    await resources.state(here.workspace, id, 2, 'new');
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id, value: 'new' }]), patient);
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
    await eventually(() => expect(approvals.bus.health()).toEqual({ joined: true, beatsSeen: true, crashed: null }));
  });

  it('is behind 5 s after the producer fell silent, and no more when it speaks again', async () => {
    const approvals = here
      .receiver()
      .project(ThingState, here.group, 1, here.onlyHere(copyInto(1)))
      .listen();
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
    await resources.bus.close();
    const [{ age }] = await eventually(async () => {
      expect(await approvals.bus.freshness.behind(here.workspace)).toBe(true);
      return here.receiving.dataSource.query<[{ age: number }]>(
        'select extract(epoch from clock_timestamp() - max(at))::float as age from projection_beat where topic = $1',
        [topics.resourcesState.name],
      );
    }, patient);
    expect(age).toBeGreaterThan(5);
    expect(age).toBeLessThan(7);
    await producer();
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
  });

  it('is behind for the workspace of a dead letter until a newer record of the same key arrives', async () => {
    const handle = here.onlyHere<typeof ThingState>(async (event, context) => {
      if (event.data.value === 'poison') throw new Error('cannot be projected');
      await copyInto(1)(event, context);
    });
    const approvals = here.receiver().project(ThingState, here.group, 1, handle).listen();
    const [id, other] = [newId(), newId()];
    await resources.state(here.workspace, id, 1, 'poison');
    await resources.state(here.workspace, other, 1, 'fine');
    const letter = await eventually(async () => {
      const [first] = await listDeadLetters(here.receiving.dataSource);
      expect(first).toMatchObject({ kind: 'projection', reason: 'failed', workspaceId: here.workspace });
      return first!;
    }, patient);
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id: other, value: 'fine' }]), patient);
    await eventually(async () => expect(await approvals.bus.freshness.behind(newId())).toBe(false), patient);
    expect(await approvals.bus.freshness.behind(here.workspace)).toBe(true);
    await expect(discardDeadLetter(here.receiving.dataSource, letter.id)).rejects.toMatchObject({
      code: 'dead-letter.projection',
    });

    await resources.state(here.workspace, id, 2, 'antidote');
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
    expect(await approvals.things(1)).toContainEqual({ id, value: 'antidote' });
    expect(await listDeadLetters(here.receiving.dataSource)).toEqual([]);
  });

  it('rebuilds the copy from the start of the topic when its generation is raised', async () => {
    const first = here
      .receiver()
      .project(ThingState, here.group, 1, here.onlyHere(copyInto(1)))
      .listen();
    const ids = [newId(), newId()].sort();
    for (const id of ids) await resources.state(here.workspace, id, 1, 'kept');
    const copy = ids.map((id) => ({ id, value: 'kept' }));
    await eventually(async () => expect(await first.things(1)).toEqual(copy), patient);
    await first.bus.close();
    const second = here
      .receiver()
      .project(ThingState, here.group, 2, here.onlyHere(copyInto(2)))
      .listen();
    await eventually(async () => expect(await second.things(2)).toEqual(copy), patient);
  });

  it('is never behind where nothing is projected', async () => {
    const approvals = here.receiver().react(Counted, here.group, countIn(here.group)).listen();
    expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false);
  });
});
