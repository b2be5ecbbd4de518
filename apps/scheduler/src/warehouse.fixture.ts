import { CredentialSealer } from '@imprimatur/connectors';
import type { ConnectionState, DataOf } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { connectionTo, emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import pg from 'pg';

/** A database at the outside: a source or a destination. */
export class Warehouse {
  private constructor(
    readonly id: string,
    private readonly database: EmptyDatabase,
  ) {}

  static async create(...statements: string[]): Promise<Warehouse> {
    const warehouse = new Warehouse(newId(), await emptyDatabase('outside'));
    for (const statement of statements) await warehouse.query(statement);
    return warehouse;
  }

  get password(): string {
    return connectionTo(this.database.url).credentials.password;
  }

  async query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** How to reach it, as resources announces it. */
  connection(
    kind: 'source' | 'destination',
    workspaceId: string,
    sealingKeys: string,
    over: { seq?: number; settings?: Record<string, string | number> } = {},
  ): DataOf<typeof ConnectionState> {
    const { settings, credentials } = connectionTo(this.database.url);
    const version = 1;
    return {
      ...{ id: this.id, workspaceId, seq: over.seq ?? 1, deleted: false, kind, type: 'postgres', version },
      settings: { ...settings, ...over.settings },
      credentials: new CredentialSealer(sealingKeys).seal({ workspaceId, connectionId: this.id, version }, credentials),
    };
  }

  drop(): Promise<void> {
    return this.database.drop();
  }
}
