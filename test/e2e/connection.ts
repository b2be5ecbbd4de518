import { emptyDatabase } from '@imprimatur/testing';
import pg from 'pg';
import type { TestedDatabase } from './world.ts';

/** A database of somebody's own, outside the product: a warehouse or a destination. */
export async function testedDatabase(): Promise<TestedDatabase & { drop(): Promise<void> }> {
  const { url, drop } = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  // Suites that restart the server cut this connection off; without a listener that would end the process.
  client.on('error', () => undefined);
  await client.connect();
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    client,
    connection: {
      settings: { host: hostname, port: Number(port), database: pathname.slice(1), user: username, ssl: 'disable' },
      credentials: { password: decodeURIComponent(password) },
    },
    drop: async () => {
      await client.end();
      await drop();
    },
  };
}
