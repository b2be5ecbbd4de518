import { access } from '@imprimatur/access';
import { kitMigrations } from '@imprimatur/service-kit';
import { emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import { DataSource } from 'typeorm';
import { notificationsEntities, ownMigrations } from './notifications-schema.ts';

let database: EmptyDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await emptyDatabase('schema');
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: notificationsEntities as never,
    migrations: [...kitMigrations, ...access.migrations, ...ownMigrations] as never,
    migrationsTransactionMode: 'each',
    installExtensions: false,
  }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the migrations', () => {
  it('make what the rows map to, and nothing is left of them when they are undone', async () => {
    const ran = await dataSource.runMigrations();
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
    for (let undone = 0; undone < ran.length; undone += 1) await dataSource.undoLastMigration({ transaction: 'each' });
    const left: unknown[] = await dataSource.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
    );
    expect(left).toEqual([]);
    expect(await dataSource.runMigrations()).toHaveLength(ran.length);
  });
});
