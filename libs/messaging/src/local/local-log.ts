import { Pool, type PoolClient } from 'pg';
import type { IncomingRecord } from '../transport.ts';
import { LogWatch } from './log-watch.ts';
import { ReaderLocks } from './reader-locks.ts';

/** The bus database, shared by everything in this process that uses it. */
export class LocalLog {
  private static readonly open = new Map<string, { log: LocalLog; users: number }>();

  readonly pool: Pool;
  readonly watch: LogWatch;
  readonly locks: ReaderLocks;

  private constructor(databaseUrl: string) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 10_000 });
    // A lost connection, idle or in use, is replaced by the next query; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.watch = new LogWatch(this.pool);
    this.locks = new ReaderLocks(databaseUrl);
  }

  /** One log a database and process: readers hear of what relays of the same process append. */
  static use(databaseUrl: string): LocalLog {
    const entry = LocalLog.open.get(databaseUrl) ?? { log: new LocalLog(databaseUrl), users: 0 };
    entry.users += 1;
    LocalLog.open.set(databaseUrl, entry);
    return entry.log;
  }

  static async release(databaseUrl: string): Promise<void> {
    const entry = LocalLog.open.get(databaseUrl);
    if (entry === undefined || --entry.users > 0) return;
    LocalLog.open.delete(databaseUrl);
    await entry.log.watch.stop();
    await entry.log.locks.close();
    await entry.log.pool.end();
  }

  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      // A connection in an unknown state is not given back to the pool.
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(failure);
    }
  }

  async position(group: string, topic: string): Promise<string> {
    const { rows } = await this.pool.query<{ offset: string }>(
      'select "offset" from position where group_name = $1 and topic = $2',
      [group, topic],
    );
    return rows[0]?.offset ?? '0';
  }

  async setPosition(group: string, topic: string, offset: string): Promise<void> {
    await this.pool.query(
      `insert into position (group_name, topic, "offset") values ($1, $2, $3)
       on conflict (group_name, topic) do update set "offset" = greatest(position."offset", excluded."offset")`,
      [group, topic, offset],
    );
  }

  async read(topic: string, after: string, limit: number): Promise<IncomingRecord[]> {
    const { rows } = await this.pool.query<{
      offset: string;
      key: string;
      headers: Record<string, string>;
      value: string;
    }>('select "offset", key, headers, value from log where topic = $1 and "offset" > $2 order by "offset" limit $3', [
      topic,
      after,
      limit,
    ]);
    return rows.map((row) => ({ ...row, topic, partition: 0, value: Buffer.from(row.value) }));
  }
}
