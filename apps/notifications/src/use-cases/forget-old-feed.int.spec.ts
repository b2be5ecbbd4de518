import { access } from '@imprimatur/access';
import { newId } from '@imprimatur/kernel';
import { kitMigrations } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { FeedRepository } from '../persistence/feed.repository.ts';
import { FeedView } from '../persistence/feed.view.ts';
import { notificationsEntities, ownMigrations } from '../persistence/notifications-schema.ts';
import { ForgetOldFeed } from './forget-old-feed.ts';

const workspaceId = newId();
const feed = new FeedRepository();
const forgetOldFeed = new ForgetOldFeed(feed);
let database: TestDatabase;
beforeAll(async () => {
  const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
  database = await testDatabase({ entities: notificationsEntities, migrations });
});
afterAll(() => database.drop());
afterEach(() => database.dataSource.query('truncate feed, feed_forgotten'));

const forget = (): Promise<boolean> => database.dataSource.transaction((tx) => forgetOldFeed.execute(tx));
const left = async (): Promise<string[]> =>
  (
    await database.dataSource.query<{ hours: string }[]>(
      `select round(extract(epoch from now() - created_at) / 3600) as hours from feed order by id`,
    )
  ).map(({ hours }) => hours);

/** Entries of so many hours ago, in this order. */
async function happened(...hours: number[]): Promise<void> {
  await database.dataSource.transaction(async (tx) => {
    for (const ago of hours) {
      const entry = { workspaceId, type: 'models' as const, id: newId(), version: null };
      await feed.append(tx, { ...entry, audience: { everybody: true } });
      await tx.query(
        `update feed set created_at = now() - $1 * interval '1 hour' where id = (select max(id) from feed)`,
        [ago],
      );
    }
  });
}

describe('the feed that is forgotten', () => {
  it('is what is over a day old', async () => {
    await happened(48, 25, 23, 1);
    expect(await forget()).toBe(false);
    expect(await left()).toEqual(['23', '1']);
  });

  it('is remembered: from where on the feed is whole', async () => {
    await happened(48, 23, 25, 1);
    await forget();
    expect(await left()).toEqual(['23', '1']);
    const view = new FeedView(database.dataSource);
    const { last } = await view.standing(workspaceId, null);
    const standings = [Number(last) - 2, Number(last) - 1, Number(last), Number(last) + 1].map((after) =>
      view.standing(workspaceId, String(after)),
    );
    expect((await Promise.all(standings)).map(({ isWhole }) => isWhole)).toEqual([false, true, true, false]);
  });

  it('leaves who had heard all of it whole, however long nothing else happens', async () => {
    await happened(48);
    const view = new FeedView(database.dataSource);
    const { last } = await view.standing(workspaceId, null);
    await forget();
    expect(await left()).toEqual([]);
    expect(await view.standing(workspaceId, last)).toEqual({ last, isWhole: true });
    expect(await view.standing(newId(), '0')).toEqual({ last: '0', isWhole: true });
  });

  it('goes a thousand at a time', async () => {
    await happened(30);
    await database.dataSource.query(
      `insert into feed (workspace_id, type, resource_id, audience, created_at)
       select workspace_id, type, gen_random_uuid(), audience, created_at from feed, generate_series(1, 1200)`,
    );
    expect([await forget(), (await left()).length, await forget(), (await left()).length]).toEqual([
      true,
      201,
      false,
      0,
    ]);
  });
});
