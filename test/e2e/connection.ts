import { connectionTo, emptyDatabase } from '@imprimatur/testing';
import pg from 'pg';
import type { TestedDatabase } from './world.ts';

/** A database of somebody's own, outside the product: a warehouse or a destination. */
export async function testedDatabase(): Promise<TestedDatabase & { drop(): Promise<void> }> {
  const { url, drop } = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  // Suites that restart the server cut this connection off; without a listener that would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return {
    client,
    connection: connectionTo(url),
    drop: async () => {
      await client.end();
      await drop();
    },
  };
}
