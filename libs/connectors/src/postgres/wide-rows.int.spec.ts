import { connectionTo, emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import { ConnectorError, PostgresSource, type Row } from '../index.ts';

const MEGABYTE = 1_048_576;
const wide = (megabytes: number, rows: number): string =>
  `select n, repeat('x', ${megabytes * MEGABYTE}) as text from generate_series(1, ${rows}) n`;

let database: EmptyDatabase;
let source: PostgresSource;

beforeAll(async () => {
  database = await emptyDatabase('wide');
  const { settings, credentials } = connectionTo(database.url);
  source = new PostgresSource(settings, credentials, { statementTimeoutMs: 60_000 });
});

afterAll(async () => {
  await source.close();
  await database.drop();
});

const bytesOf = (rows: Row[]): number => rows.reduce((sum, { text }) => sum + (text as string).length, 0);

/** How far a process grows beyond what it has, sampled while it works. */
async function growthOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return peak - before;
}

describe('a preview of wide rows', () => {
  it('shows what is of a size to be shown', async () => {
    const { rows, truncated } = await source.preview(wide(1, 200), 10);
    expect([rows.length, truncated, (rows[9]![1] as string).length]).toEqual([10, true, MEGABYTE]);
  });

  it('is given up before a gigabyte has arrived', async () => {
    const growth = await growthOf(() =>
      expect(source.preview(wide(10, 101))).rejects.toMatchObject({
        code: 'query.too-large',
        message: expect.stringContaining('16 MiB'),
        transient: false,
      }),
    );
    expect(growth).toBeLessThan(600 * MEGABYTE);
  });

  it('is given up in the midst of one row', async () => {
    await expect(source.preview(wide(200, 1))).rejects.toMatchObject({ code: 'query.too-large' });
  });
});

describe('a value that is refused', () => {
  it('is not quoted at length', async () => {
    const refused = await source.preview(`select repeat('x', ${MEGABYTE})::int`).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'query.failed', message: expect.stringContaining('invalid input syntax') });
    expect((refused as Error).message.length).toBeLessThan(600);
  });
});

describe('previews of slow queries', () => {
  it('are not more than eight at once', async () => {
    const asked = Array.from({ length: 10 }, () =>
      source.preview('select pg_sleep(0.5)').catch((error: unknown) => error),
    );
    const refused = (await Promise.all(asked)).filter((answer) => answer instanceof ConnectorError);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ code: 'source.busy', transient: true });
    await expect(source.preview('select 1 as one')).resolves.toMatchObject({ rows: [[1]] });
  });
});

describe('reading wide rows', () => {
  it('goes on however many there are, a few at a time', async () => {
    const portions: number[] = [];
    const rows: unknown[] = [];
    for await (const batch of source.read(wide(2, 150))) {
      portions.push(bytesOf(batch));
      rows.push(...batch.map(({ n }) => n));
    }
    expect(rows).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
    expect(Math.max(...portions)).toBeLessThan(12 * MEGABYTE);
  }, 180_000);

  it('goes on when they turn wide after thousands of narrow ones, and narrow again', async () => {
    const query = `select n, repeat('x', case when n between 5000 and 5100 then ${MEGABYTE} else 1 end) as text
      from generate_series(1, 12000) n`;
    const portions: number[] = [];
    const sizes: number[] = [];
    let last = 0;
    for await (const batch of source.read(query)) {
      portions.push(bytesOf(batch));
      sizes.push(batch.length);
      expect(batch[0]!['n']).toBe(last + 1);
      last = batch.at(-1)!['n'] as number;
    }
    expect(last).toBe(12_000);
    expect(Math.max(...portions)).toBeLessThan(10 * MEGABYTE);
    expect(sizes.at(-2)).toBe(1_000);
  }, 180_000);

  it('goes on when its reader stops to think between two portions', async () => {
    const batches = source.read(wide(1, 60));
    const first = await batches.next();
    await source.test();
    let rows = (first.value as Row[]).length;
    for await (const batch of batches) rows += batch.length;
    expect(rows).toBe(60);
  });

  it('fails with a clear reason where one row alone is too large', async () => {
    const query = `select n, repeat('x', case n when 7 then ${40 * MEGABYTE} else 1 end) as text from generate_series(1, 9) n`;
    const reading = async (): Promise<void> => {
      for await (const batch of source.read(query)) expect(batch.length).toBeGreaterThan(0);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'query.too-large', transient: false });
  });
});
