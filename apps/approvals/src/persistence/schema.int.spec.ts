import { jest } from '@jest/globals';
import { emptyDatabase, testDatabase } from '@imprimatur/testing';
import { DataSource, type MixedList } from 'typeorm';
import { approvalsMigrations } from '../create-approvals-app.ts';
import { approvalsEntities } from './approvals-entities.ts';

// They wait for what they expect, for as long as a busy machine takes.
jest.setTimeout(30_000);

describe('the schema', () => {
  it('is what the rows say', async () => {
    const database = await testDatabase({ entities: approvalsEntities, migrations: approvalsMigrations });
    try {
      const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  it('goes up, down and up again', async () => {
    const database = await emptyDatabase();
    const migrations = approvalsMigrations as MixedList<Function>;
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      migrations,
      migrationsTransactionMode: 'each',
    }).initialize();
    const tables = async (): Promise<string[]> => {
      const rows: { name: string }[] = await dataSource.query(
        `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
          where table_schema = 'public' and table_name <> 'migrations' order by 1`,
      );
      return rows.map(({ name }) => name);
    };
    try {
      await dataSource.runMigrations();
      const first = await tables();
      for (let done = 0; done < approvalsMigrations.length; done++) await dataSource.undoLastMigration();
      expect(await tables()).toEqual([]);
      await dataSource.runMigrations();
      expect(await tables()).toEqual(first);
      expect(first).toContain('approval_request.items_hash text');
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
