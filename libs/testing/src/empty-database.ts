import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { eventually } from './eventually.ts';
import { testEnvironment } from './test-environment.config.ts';

export interface EmptyDatabase {
  url: string;
  /** Cuts off whoever is still connected. */
  drop(): Promise<void>;
}

/** A database of its own without anything in it, or a copy of `template`. */
export async function emptyDatabase(name = 'test', template = 'template1'): Promise<EmptyDatabase> {
  const unique = `${name}_${randomBytes(6).toString('hex')}`;
  await asOperator((client) => client.query(`create database "${unique}" template "${template}"`));
  return {
    url: urlOf(unique),
    async drop() {
      await asOperator((client) => client.query(`drop database if exists "${unique}" with (force)`));
    },
  };
}

/** The URL of a database on the server of this test run. */
export function urlOf(database: string): string {
  const url = new URL(testEnvironment().postgresUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs something on a connection to the server's maintenance database. */
export async function asOperator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  // The server may still be starting: nothing waited for it until now.
  const client = await eventually(
    async () => {
      const attempt = new pg.Client({ connectionString: testEnvironment().postgresUrl });
      await attempt.connect();
      return attempt;
    },
    { timeoutMs: 30_000 },
  );
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
