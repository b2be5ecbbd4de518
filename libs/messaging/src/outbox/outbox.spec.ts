import { RequestPublishFailed, topics } from '@imprimatur/contracts';
import { DomainError, newId } from '@imprimatur/kernel';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { systemCause } from '../cause.ts';
import { Counted, ThingState } from '../conformance/service-double.fixture.ts';
import { messagingMigrations } from '../migrations/messaging-migrations.ts';
import { causeOf } from '../received.ts';
import { deleteExpired } from '../relay/retention.ts';
import { appendEvents } from './append-events.ts';
import { newEvent } from './new-event.ts';
import { Transactions } from './transactions.ts';

describe('a new event', () => {
  it('carries its data as the contract parses it', () => {
    expect(newEvent(Counted, 'w', 's', { n: 1, unknown: 2 } as { n: number }).data).toEqual({ n: 1 });
  });

  it('refuses data that its contract does not allow, naming the place', () => {
    expect(() => newEvent(Counted, 'w', 's', { n: 'one' } as never)).toThrow(TypeError);
    expect(() => newEvent(RequestPublishFailed, 'w', 's', { requestId: newId() } as never)).toThrow(/→ at reasons/);
  });

  it('is refused over 768 KiB', () => {
    const data = { id: newId(), seq: 1, value: 'x'.repeat(768 * 1024) };
    const large = (): unknown => newEvent(ThingState, 'w', 's', data);
    expect(large).toThrow(DomainError);
    expect(large).toThrow(expect.objectContaining({ kind: 'too-large', code: 'event.too-large' }));
  });
});

describe('the outbox', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ entities: [], migrations: messagingMigrations });
  });
  afterAll(() => database.drop());
  beforeEach(() => database.dataSource.query('truncate outbox, inbox'));

  it('keeps the order in which events were given, and what they come from', async () => {
    const workspace = newId();
    const received = {
      ...{ id: newId(), type: 't', workspaceId: workspace, subject: 's', time: new Date(), actor: newId() },
      ...{ correlationId: 'c', traceparent: '00-1-2-01', data: {} },
    };
    const thing = { id: newId(), seq: 1, value: 'it\u0000s' };
    await database.dataSource.transaction((tx) =>
      appendEvents(tx, causeOf(received), [
        newEvent(Counted, workspace, 'first', { n: 1 }),
        newEvent(ThingState, workspace, 'second', thing),
        newEvent(Counted, workspace, 'third', { n: 3 }),
      ]),
    );
    const rows = await database.dataSource.query('select * from outbox order by id');
    expect(rows.map((row: { subject: string }) => row.subject)).toEqual(['first', 'second', 'third']);
    expect(rows[1]).toMatchObject({
      topic: topics.resourcesState.name,
      record_key: `${workspace}:thing:${thing.id}`,
      data: thing,
      bytes: Buffer.byteLength(JSON.stringify(thing)),
      actor: received.actor,
      correlation_id: 'c',
      causation_id: received.id,
      traceparent: '00-1-2-01',
      published_at: null,
    });
    expect(rows[0].record_key).toBe(workspace);
  });

  it('takes no part of a transaction that fails, and nudges the relay only after a commit', async () => {
    let nudges = 0;
    const transactions = new Transactions(database.dataSource, () => (nudges += 1));
    const append = transactions.run(async (tx) => {
      await appendEvents(tx, systemCause(), [newEvent(Counted, newId(), 's', { n: 1 })]);
      throw new DomainError('conflict', 'request.decided', 'no');
    });
    await expect(append).rejects.toThrow('no');
    expect(nudges).toBe(0);
    expect(await database.dataSource.query('select from outbox')).toEqual([]);
    await expect(transactions.run(() => Promise.resolve(1))).resolves.toBe(1);
    expect(nudges).toBe(1);
  });

  it('is cleaned 14 days after publication, the inbox after 35 days', async () => {
    const events = ['unpublished', 'fresh', 'expired'].map((subject) => newEvent(Counted, newId(), subject, { n: 1 }));
    await appendEvents(database.dataSource.manager, systemCause(), events);
    await database.dataSource.query(
      `update outbox set published_at = now() - case subject when 'fresh' then interval '13 days' else interval '15 days' end
       where subject <> 'unpublished'`,
    );
    await database.dataSource.query(
      `insert into inbox (group_name, event_id, received_at)
       values ('kept', $1, now() - interval '34 days'), ('expired', $1, now() - interval '36 days')`,
      [newId()],
    );
    await deleteExpired(database.dataSource);
    expect(await database.dataSource.query('select subject from outbox order by id')).toEqual([
      { subject: 'unpublished' },
      { subject: 'fresh' },
    ]);
    expect(await database.dataSource.query('select group_name from inbox')).toEqual([{ group_name: 'kept' }]);
  });

  it('can be taken down and put up again', async () => {
    const { dataSource, drop } = await testDatabase({ entities: [], migrations: [] });
    const runner = dataSource.createQueryRunner();
    const migrations = messagingMigrations.map(
      (migration) => new migration() as { up(r: unknown): Promise<void>; down(r: unknown): Promise<void> },
    );
    for (let round = 0; round < 2; round += 1) {
      for (const migration of migrations) await migration.up(runner);
      for (const migration of migrations.toReversed()) await migration.down(runner);
    }
    expect(
      await runner.query(`select from pg_tables where schemaname = 'public' and tablename <> 'migration'`),
    ).toEqual([]);
    await runner.release();
    await drop();
  });
});
