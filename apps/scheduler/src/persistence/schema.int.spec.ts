import { access } from '@imprimatur/access';
import { kitMigrations } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { DataSource } from 'typeorm';
import { ownMigrations, schedulerEntities } from './schema.ts';

let database: TestDatabase;
beforeAll(async () => {
  const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
  database = await testDatabase({ entities: schedulerEntities, migrations });
}, 60_000);
afterAll(() => database.drop());

/** What would have to be changed for our own tables to be as the rows declare them. */
async function drift(): Promise<string[]> {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe('the schema', () => {
  it('is what the rows declare', async () => {
    expect(await drift()).toEqual([]);
  });

  it('goes down to nothing and up again', async () => {
    const own = await new DataSource({
      type: 'postgres',
      url: database.url,
      entities: [],
      migrations: ownMigrations,
      migrationsTableName: 'own_migration',
      migrationsTransactionMode: 'each',
      installExtensions: false,
    }).initialize();
    const tables = async (): Promise<string[]> => {
      const rows: { name: string }[] = await own.query(
        `select tablename as name from pg_tables where schemaname = 'public' and tablename = any($1) order by 1`,
        [schedulerEntities.map((row) => database.dataSource.getMetadata(row).tableName)],
      );
      return rows.map(({ name }) => name);
    };
    try {
      const all = await tables();
      expect(all).toHaveLength(schedulerEntities.length);
      const runner = own.createQueryRunner();
      for (const migration of [...own.migrations].reverse()) await migration.down(runner);
      expect(await tables()).toEqual([]);
      await runner.release();
      await own.runMigrations();
      expect(await tables()).toEqual(all);
      expect(await drift()).toEqual([]);
    } finally {
      await own.destroy();
    }
  });
});
