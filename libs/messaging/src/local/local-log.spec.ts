import { topics } from '@imprimatur/contracts';
import { emptyDatabase, eventually, type EmptyDatabase } from '@imprimatur/testing';
import pg from 'pg';
import type { OutgoingRecord } from '../transport.ts';
import { LocalLog } from './local-log.ts';
import { LocalTransport } from './local-transport.ts';
import { prepareLocalBus } from './prepare-local-bus.ts';
import { ReaderLocks } from './reader-locks.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const record = (topic: OutgoingRecord['topic'], key: string, value: string): OutgoingRecord => ({
  ...{ topic, partition: 0, key, headers: {}, value },
});

describe('the log of the local transport', () => {
  let database: EmptyDatabase;
  let log: LocalLog;
  let transport: LocalTransport;

  beforeEach(async () => {
    database = await emptyDatabase('bus');
    await prepareLocalBus(database.url);
    log = LocalLog.use(database.url);
    transport = new LocalTransport(database.url, silent);
  });

  afterEach(async () => {
    await transport.close();
    await LocalLog.release(database.url);
    await database.drop();
  });

  const append = async (...records: OutgoingRecord[]): Promise<void> => {
    const sender = transport.sender('resources');
    await sender.open();
    await sender.send(records);
  };
  const values = async (topic: OutgoingRecord['topic']): Promise<(string | undefined)[]> =>
    (await log.read(topic.name, '0', 100)).map(({ value }) => value?.toString());

  it('can be prepared again with everything in it', async () => {
    await append(record(topics.runsEvents, 'k', '1'));
    await prepareLocalBus(database.url);
    expect(await values(topics.runsEvents)).toEqual(['1']);
  });

  it('numbers each topic without gaps, in the order given', async () => {
    await append(record(topics.runsEvents, 'k', '1'), record(topics.resourcesState, 'k', 'a'));
    await append(record(topics.runsEvents, 'k', '2'), record(topics.runsEvents, 'k', '3'));
    const read = await log.read(topics.runsEvents.name, '1', 100);
    expect(read.map(({ offset, value }) => [offset, value?.toString()])).toEqual([
      ['2', '2'],
      ['3', '3'],
    ]);
  });

  it('keeps events 14 days, and the last state of each key for good', async () => {
    for (const topic of [topics.runsEvents, topics.resourcesState]) {
      await append(record(topic, 'a', '1'), record(topic, 'b', '2'), record(topic, 'a', '3'));
    }
    await log.pool.query(`update log set appended_at = now() - interval '15 days' where "offset" < 3`);
    await transport.clean();
    expect(await values(topics.runsEvents)).toEqual(['3']);
    expect(await values(topics.resourcesState)).toEqual(['2', '3']);
  });

  it('keeps only the last beat of a partition', async () => {
    await append(record(topics.resourcesState, 'beat:0', '1'), record(topics.resourcesState, 'k', '2'));
    await append(record(topics.resourcesState, 'beat:0', '3'));
    expect(await values(topics.resourcesState)).toEqual(['2', '3']);
  });

  it('lets one reader at a time have a topic, and the next one when its connection is gone', async () => {
    const other = new ReaderLocks(database.url);
    expect(await log.locks.take('group/topic')).toBe(true);
    expect(await log.locks.take('group/topic')).toBe(false);
    expect(await other.take('group/topic')).toBe(false);

    const killer = new pg.Client({ connectionString: database.url });
    await killer.connect();
    await killer.query(`select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()`);
    await killer.end();
    await eventually(() => expect(log.locks.holds('group/topic')).toBe(false));
    // The server says goodbye before it lets go.
    await eventually(async () => expect(await other.take('group/topic')).toBe(true));
    expect(await log.locks.take('group/topic')).toBe(false);
    await other.give('group/topic');
    expect(await log.locks.take('group/topic')).toBe(true);
    await other.close();
  });

  it('does not let a group go back', async () => {
    await log.setPosition('group', 'topic', '7');
    await log.setPosition('group', 'topic', '5');
    expect(await log.position('group', 'topic')).toBe('7');
  });
});
