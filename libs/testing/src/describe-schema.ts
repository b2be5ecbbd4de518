import type { Service } from '@imprimatur/contracts';
import type { DataSource } from 'typeorm';
import { emptyDatabase } from './empty-database.ts';
import { dataSourceFor, type Classes } from './test-database.ts';

/** The suite that every service owes its schema: the migrations make what the rows declare, and take back what they made. */
export function describeSchema(o: { service: Service; entities: Classes; migrations: Classes }): void {
  describe(`the schema of ${o.service}`, () => {
    it('is what the rows declare, goes down to nothing and up again', async () => {
      const database = await emptyDatabase('schema');
      const dataSource = await dataSourceFor(database.url, o.entities, o.migrations).initialize();
      try {
        await dataSource.runMigrations();
        expect(await driftOf(dataSource)).toEqual([]);
        const made = await columnsOf(dataSource);
        const tables = made.map((column) => column.split('.')[0]);
        expect(tables).toEqual(expect.arrayContaining(dataSource.entityMetadatas.map(({ tableName }) => tableName)));

        for (let undone = 0; undone < o.migrations.length; undone++) await dataSource.undoLastMigration();
        expect(await columnsOf(dataSource)).toEqual([]);
        await dataSource.runMigrations();
        expect(await columnsOf(dataSource)).toEqual(made);
        expect(await driftOf(dataSource)).toEqual([]);
      } finally {
        await dataSource.destroy();
        await database.drop();
      }
    });
  });
}

/** What would have to be changed for the tables to be as the rows declare them. */
async function driftOf(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function columnsOf(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `select table_name || '.' || column_name || ' ' || data_type as name from information_schema.columns
      where table_schema = 'public' and table_name <> 'migration' order by 1`,
  );
  return rows.map(({ name }) => name);
}
