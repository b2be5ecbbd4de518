import { DraftSubmitted } from '@imprimatur/contracts';
import { DomainError, newId } from '@imprimatur/kernel';
import { describeOnBuses, eventually } from '@imprimatur/testing';
import { listDeadLetters, retryDeadLetters, discardDeadLetter } from '../consume/dead-letters.ts';
import { Conversation } from './conversation.fixture.ts';
import { Counted, countIn, CountedV2, type ServiceDouble } from './service-double.fixture.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

describeOnBuses('consuming events', (bus) => {
  let here: Conversation;
  let producer: ServiceDouble;

  beforeEach(async () => {
    here = await Conversation.on(bus.config());
    producer = here.sender();
    await producer.bus.startRelay();
  });

  afterEach(() => here.close());

  const deadLetters = async (): ReturnType<typeof listDeadLetters> =>
    (await listDeadLetters(here.receiving.dataSource)).filter((letter) => letter.workspaceId === here.workspace);

  it('keeps the order of each workspace and loses nothing', async () => {
    const workspaces = [here.workspace, newId(), newId(), newId()];
    const approvals = here.receiver().react(Counted, here.group).listen();
    for (const n of numbers(50)) await Promise.all(workspaces.map((each) => producer.emit(each, 'subject', n)));
    for (const each of workspaces) {
      await eventually(async () => expect(await approvals.counted(here.group, each)).toEqual(numbers(50)), {
        timeoutMs: 20_000,
      });
    }
  });

  it('has one effect however often an event is delivered', async () => {
    const approvals = here.counting().listen();
    await producer.emit(here.workspace, 'subject', 1, 2);
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([1, 2]));
    approvals.outcomes.length = 0;
    await eventually(async () => {
      const [, sent] = await here.sending.dataSource.query<[unknown, number]>(
        'update outbox set published_at = null where published_at is not null',
      );
      expect(sent).toBe(2);
    });
    await eventually(() => expect(approvals.outcomes.filter((each) => each === 'duplicate')).toHaveLength(2));
    expect(await approvals.counted(here.group, here.workspace)).toEqual([1, 2]);
  });

  it('buries what breaks a rule, parks what follows on its subject, and retries both in order', async () => {
    let broken = true;
    const handle: ReturnType<typeof countIn> = async (event, context) => {
      if (broken && (event.data as { n: number }).n === 2)
        throw new DomainError('conflict', 'request.decided', 'No twos.');
      await countIn(here.group)(event, context);
    };
    const approvals = here.receiver().react(Counted, here.group, here.onlyHere(handle)).listen();
    await producer.emit(here.workspace, 'stuck', 1, 2, 3, 4);
    await producer.emit(here.workspace, 'other', 5);

    await eventually(async () => expect(await approvals.counted(here.group, here.workspace, 'other')).toEqual([5]));
    expect(await approvals.counted(here.group, here.workspace, 'stuck')).toEqual([1]);
    const [letter, ...more] = await deadLetters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      reason: 'rule',
      error: 'request.decided: No twos.',
      subject: 'stuck',
      parked: 2,
      attempts: 1,
    });

    broken = false;
    expect(await retryDeadLetters(here.receiving.dataSource, { id: letter!.id })).toBe(1);
    await eventually(async () =>
      expect(await approvals.counted(here.group, here.workspace, 'stuck')).toEqual([1, 2, 3, 4]),
    );
    await producer.emit(here.workspace, 'stuck', 6);
    await eventually(async () =>
      expect(await approvals.counted(here.group, here.workspace, 'stuck')).toEqual([1, 2, 3, 4, 6]),
    );
    expect(await deadLetters()).toEqual([]);
  });

  it('lets what was parked go on when its dead letter is discarded', async () => {
    const handle: ReturnType<typeof countIn> = async (event, context) => {
      if ((event.data as { n: number }).n === 1) throw new Error('never');
      await countIn(here.group)(event, context);
    };
    const approvals = here.receiver().react(Counted, here.group, here.onlyHere(handle)).listen();
    await producer.emit(here.workspace, 'stuck', 1, 2, 3);
    const letter = await eventually(async () => {
      const [first] = await deadLetters();
      expect(first).toMatchObject({ reason: 'failed', attempts: 3, parked: 2 });
      return first!;
    });
    await discardDeadLetter(here.receiving.dataSource, letter.id);
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([2, 3]));
    await expect(discardDeadLetter(here.receiving.dataSource, letter.id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('does not let an event be discarded whose effect nothing makes up for', async () => {
    here.receiver().react(DraftSubmitted, here.group).listen();
    await producer.emitRaw(DraftSubmitted.type, here.workspace, newId(), {});
    const letter = await eventually(async () => {
      const [first] = await deadLetters();
      expect(first).toMatchObject({ reason: 'malformed', type: DraftSubmitted.type });
      return first!;
    });
    const { dataSource } = here.receiving;
    await expect(discardDeadLetter(dataSource, letter.id)).rejects.toMatchObject({ code: 'dead-letter.indispensable' });
    expect(await deadLetters()).toEqual([letter]);
    expect(await retryDeadLetters(dataSource, { id: letter.id })).toBe(1);
  });

  it('retries for as long as the database goes away in mid-handling', async () => {
    let attempts = 0;
    const handle: ReturnType<typeof countIn> = async (event, context) => {
      await countIn(here.group)(event, context);
      attempts += 1;
      if (attempts > 5) return;
      const [{ pid }] = await context.tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await here.receiving.dataSource.query('select pg_terminate_backend($1)', [pid]);
    };
    const approvals = here.receiver().react(Counted, here.group, here.onlyHere(handle)).listen();
    await producer.emit(here.workspace, 'subject', 1, 2);
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([1, 2]), {
      timeoutMs: 20_000,
    });
    expect(attempts).toBe(7);
    expect(await deadLetters()).toEqual([]);
  });

  it('buries what is malformed or from the future at once, and tries the future again when it has come', async () => {
    const approvals = here.counting().listen();
    await producer.emitRaw(Counted.type, here.workspace, 'bad', { n: 'three' });
    await producer.emitRaw(CountedV2.type, here.workspace, 'new', { n: 7, unit: 'm' });
    await producer.emitRaw('io.imprimatur.resources.conformance.unheard-of.v1', here.workspace, 'other', {});
    await producer.emit(here.workspace, 'new', 8);
    await eventually(async () => {
      const letters = await deadLetters();
      expect(letters.map(({ reason, parked }) => ({ reason, parked }))).toEqual([
        { reason: 'malformed', parked: 0 },
        { reason: 'future', parked: 1 },
      ]);
    });
    await approvals.bus.close();

    const later = here.counting();
    later.react(CountedV2, here.group, here.onlyHere(countIn(here.group))).listen();
    await eventually(async () => expect(await later.counted(here.group, here.workspace, 'new')).toEqual([7, 8]));
  });

  it('goes on where it stopped', async () => {
    const before = here.counting().listen();
    await producer.emit(here.workspace, 'subject', ...numbers(20));
    await eventually(async () => expect(await before.counted(here.group, here.workspace)).not.toEqual([]));
    await before.bus.close();
    await producer.emit(here.workspace, 'subject', 21, 22);
    const after = here.counting().listen();
    await eventually(async () => expect(await after.counted(here.group, here.workspace)).toEqual(numbers(22)));
  });

  it('does not let a slow group hold up a fast one', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = `slow-${newId()}`;
    const approvals = here.counting();
    approvals
      .react(
        Counted,
        slow,
        here.onlyHere(async (event, context) => {
          await gate.promise;
          await countIn(slow)(event, context);
        }),
      )
      .listen();
    await producer.emit(here.workspace, 'subject', ...numbers(30));
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual(numbers(30)));
    expect(await approvals.counted(slow, here.workspace)).toEqual([]);
    gate.resolve();
    await eventually(async () => expect(await approvals.counted(slow, here.workspace)).toEqual(numbers(30)));
  });

  it('starts a new group at the beginning', async () => {
    const first = here.counting().listen();
    await producer.emit(here.workspace, 'subject', 1, 2, 3);
    await eventually(async () => expect(await first.counted(here.group, here.workspace)).toEqual([1, 2, 3]));
    const late = `late-${newId()}`;
    const second = here.counting(late).listen();
    await eventually(async () => expect(await second.counted(late, here.workspace)).toEqual([1, 2, 3]));
  });

  it('divides a group among replicas without doubling or losing anything', async () => {
    const workspaces = Array.from({ length: 6 }, () => newId());
    const replicas = [here.receiver(), here.receiver()].map((double) => double.react(Counted, here.group).listen());
    for (const each of workspaces) await producer.emit(each, 'subject', ...numbers(20));
    await replicas[0]!.bus.close();
    for (const each of workspaces) await producer.emit(each, 'subject', 21);
    for (const each of workspaces) {
      await eventually(async () => expect(await replicas[1]!.counted(here.group, each)).toEqual(numbers(21)), {
        timeoutMs: 20_000,
      });
    }
  });
});
