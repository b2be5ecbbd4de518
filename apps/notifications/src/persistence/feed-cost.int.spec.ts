import { access } from '@imprimatur/access';
import { newId } from '@imprimatur/kernel';
import { kitMigrations } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import type { DataSource, QueryRunner } from 'typeorm';
import { ForgetOldFeed } from '../use-cases/forget-old-feed.ts';
import { FeedRepository } from './feed.repository.ts';
import { FeedView } from './feed.view.ts';
import { notificationsEntities, ownMigrations } from './notifications-schema.ts';

const ENTRIES = 40_000;
const quiet = newId();

describe('a feed that is long', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
    database = await testDatabase({ entities: notificationsEntities, migrations });
    const append = (workspaces: string[], entries: number): Promise<unknown> =>
      database.dataSource.query(
        `insert into feed (workspace_id, type, resource_id, audience, created_at)
         select ($1::uuid[])[1 + n % cardinality($1::uuid[])], 'runs', gen_random_uuid(), '{"everybody": true}',
                now() - interval '25 hours' + n * interval '1 day' / $2 from generate_series(1, $2) n`,
        [workspaces, entries],
      );
    await append([quiet], 1);
    await append(
      Array.from({ length: 20 }, () => newId()),
      ENTRIES,
    );
    await database.dataSource.query('analyze feed');
  });
  afterAll(() => database.drop());

  /** How many rows of the feed the database has to look at for it. */
  async function rowsLookedAt(work: (runner: QueryRunner) => Promise<unknown>): Promise<number> {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await work(runner);
      const [{ read }] = await runner.manager.query<[{ read: number }]>(
        `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
           from pg_stat_xact_user_tables where relname = 'feed'`,
      );
      return read;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
  const viewOf = (runner: QueryRunner): FeedView => new FeedView(runner as unknown as DataSource);

  it('is not read through for those in whose workspace nothing happens', async () => {
    const read = await rowsLookedAt(async (runner) => {
      const { last } = await viewOf(runner).standing(quiet, null);
      expect(await viewOf(runner).since([{ workspaceId: quiet, position: last }], 500)).toEqual([]);
    });
    expect(read).toBeLessThan(100);
  });

  it('is not read through for what of it is forgotten', async () => {
    const forget = new ForgetOldFeed(new FeedRepository());
    const read = await rowsLookedAt(async ({ manager }) => expect(await forget.execute(manager)).toBe(true));
    expect(read).toBeLessThan(5_000);
  });
});
