import { Client } from 'pg';

/**
 * Exactly one active reader per group and topic, across processes: session locks, all on one connection. Losing that connection loses
 * them all, and the readers ask again.
 */
export class ReaderLocks {
  private session: Promise<Client> | undefined;
  private held = new Set<string>();
  private closed = false;
  private asking: Promise<unknown> = Promise.resolve();

  constructor(private readonly databaseUrl: string) {}

  holds(name: string): boolean {
    return this.held.has(name);
  }

  async take(name: string): Promise<boolean> {
    // A session may take a lock twice, so two readers of one process are kept apart here.
    if (this.closed || this.held.has(name)) return false;
    this.held.add(name);
    try {
      const taken = await this.ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as answer', name);
      if (!taken) this.held.delete(name);
      return taken && this.held.has(name);
    } catch (error) {
      this.held.delete(name);
      throw error;
    }
  }

  async give(name: string): Promise<void> {
    if (!this.held.has(name)) return;
    await this.ask('select pg_advisory_unlock(hashtextextended($1, 0)) as answer', name);
    this.held.delete(name);
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.session?.catch(() => undefined);
    await client?.end();
  }

  /** One question at a time: a connection is no queue. */
  private ask(sql: string, name: string): Promise<boolean> {
    const answer = this.asking.then(async () => {
      const client = await this.connected();
      const { rows } = await client.query<{ answer: boolean }>(sql, [name]);
      return rows[0]?.answer === true;
    });
    this.asking = answer.catch(() => undefined);
    return answer;
  }

  private connected(): Promise<Client> {
    this.session ??= this.connect();
    return this.session;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.databaseUrl });
    const lost = (): void => {
      this.session = undefined;
      this.held = new Set();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect().catch((error: unknown) => {
      lost();
      throw error;
    });
    return client;
  }
}
