import { emptyDatabase, testDatabase } from '@imprimatur/testing';
import { DataSource, type MixedList } from 'typeorm';
import { identityRolesMigrations } from '../create-identity-roles-app.ts';
import { identityRolesEntities } from './identity-roles-entities.ts';

describe('the schema', () => {
  it('has the columns that the rows say, and no others', async () => {
    const database = await testDatabase({ entities: identityRolesEntities, migrations: identityRolesMigrations });
    try {
      const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
      const aboutColumns = upQueries.filter(({ query }) => !/ DROP CONSTRAINT |^DROP INDEX /.test(query));
      expect(aboutColumns.map(({ query }) => query)).toEqual([]);
    } finally {
      await database.drop();
    }
  }, 60_000);

  it('goes up, down and up again', async () => {
    const database = await emptyDatabase();
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: identityRolesMigrations as MixedList<Function>,
      migrationsTransactionMode: 'each',
    }).initialize();
    const columns = async (): Promise<string[]> => {
      const rows: { name: string }[] = await dataSource.query(
        `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
         where table_schema = 'public' and table_name <> 'migrations' order by 1`,
      );
      return rows.map(({ name }) => name);
    };
    try {
      await dataSource.runMigrations();
      const first = await columns();
      for (let done = 0; done < identityRolesMigrations.length; done++) await dataSource.undoLastMigration();
      expect(await columns()).toEqual([]);
      await dataSource.runMigrations();
      expect(await columns()).toEqual(first);
      expect(first).toContain('signing_key.sealed_private_key bytea');
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  }, 60_000);
});
