import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { connectionTo, emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import { PostgresDestination, PostgresSource, type PostgresSettings, type UpsertTarget } from '../index.ts';

const ROWS = 200_000;
const MEGABYTE = 1_048_576;
const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

let database: EmptyDatabase;
let settings: PostgresSettings;
let credentials: { password: string };

beforeAll(async () => {
  database = await emptyDatabase('streaming');
  ({ settings, credentials } = connectionTo(database.url));
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`create table orders (id int primary key, customer text, total numeric(10,2), padding text);
    create table orders_copy (like orders including all);
    insert into orders select n, 'customer ' || n, n * 1.5, repeat('x', 300) from generate_series(1, ${ROWS}) n`);
  await admin.end();
});

afterAll(() => database.drop());

describe('200,000 rows from source to destination', () => {
  const target: UpsertTarget = {
    object: 'orders_copy',
    mapping: ['id', 'customer', 'total', 'padding'].map((name) => ({ column: name, field: name })),
    keys: ['id'],
  };

  async function copy(): Promise<{
    added: number;
    changed: number;
    unchanged: number;
    rejected: number;
    peak: number;
  }> {
    const source = new PostgresSource(settings, credentials, { statementTimeoutMs: 60_000 });
    const session = await new PostgresDestination(settings, credentials, { statementTimeoutMs: 60_000 }).open(
      target,
      's',
    );
    const total = { added: 0, changed: 0, unchanged: 0, rejected: 0, peak: 0 };
    collectGarbage();
    const start = process.memoryUsage().heapUsed;
    let batches = 0;
    for await (const rows of source.read('select * from orders')) {
      const counts = await session.write(rows);
      total.added += counts.added;
      total.changed += counts.changed;
      total.unchanged += counts.unchanged;
      total.rejected += counts.rejected;
      batches += 1;
      if (batches % 20 === 0) {
        collectGarbage();
        total.peak = Math.max(total.peak, process.memoryUsage().heapUsed - start);
      }
    }
    await session.close();
    return total;
  }

  it('take no more memory than a few batches, and the second time nothing is written', async () => {
    const first = await copy();
    const second = await copy();
    expect(first).toMatchObject({ added: ROWS, changed: 0, unchanged: 0, rejected: 0 });
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: ROWS, rejected: 0 });
    // The rows alone are some 70 MB.
    expect(Math.max(first.peak, second.peak)).toBeLessThan(15 * MEGABYTE);
  }, 300_000);
});
