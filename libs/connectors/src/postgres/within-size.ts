import type pg from 'pg';
import { ByteLimit } from './byte-limit.ts';

const MAX_BYTES = 16 * 1_048_576;
const message = 'What there is to be listed is larger than 16 MiB: too large to be shown.';

/** Asks a database that is not ours, and hangs up on an answer that would fill the memory. Throws `query.too-large` then. */
export async function withinSize<T>(client: pg.Client, ask: () => Promise<T>): Promise<T> {
  const limit = new ByteLimit(client, MAX_BYTES, message);
  try {
    return await ask();
  } catch (error) {
    throw limit.exceeded ?? error;
  }
}
