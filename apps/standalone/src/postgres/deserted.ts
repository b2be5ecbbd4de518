import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 2_000;

/**
 * Resolves once nobody but us is connected: a pool that has ended has said good-bye, which the server may not have heard yet. Does not
 * wait long for somebody who stays, such as a developer's own session.
 */
export async function deserted(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let waited = 0; waited < PATIENCE_MS && (await hasOthers(client)); waited += 20) await delay(20);
  } catch {
    // A server that is gone has been left by everybody.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function hasOthers(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rowCount !== 0;
}
