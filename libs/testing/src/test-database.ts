import { createHash } from 'node:crypto';
import { DataSource, type MixedList } from 'typeorm';
import { asOperator, emptyDatabase, urlOf, type EmptyDatabase } from './empty-database.ts';

export type Classes = readonly Function[];

export interface TestDatabase extends EmptyDatabase {
  dataSource: DataSource;
}

/** A migrated database of its own, with an open data source. Cloned, so that migrations run once per run and not once per file. */
export async function testDatabase(o: { entities: Classes; migrations: Classes }): Promise<TestDatabase> {
  const { url, drop } = await emptyDatabase('test', await templateOf(o.migrations));
  const dataSource = await dataSourceFor(url, o.entities, []).initialize();
  return {
    url,
    dataSource,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await drop();
    },
  };
}

export function dataSourceFor(url: string, entities: Classes, migrations: Classes): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as MixedList<Function>,
    migrations: [...migrations] as MixedList<Function>,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
}

/** The name of the template for these migrations; made by the first who asks, the others wait for it. */
async function templateOf(migrations: Classes): Promise<string> {
  const text = migrations.map((migration) => migration.toString()).join('\n');
  const name = `template_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  await asOperator(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    await client.query(`drop database if exists "${name}_unfinished" with (force)`);
    await client.query(`create database "${name}_unfinished"`);
    const dataSource = await dataSourceFor(urlOf(`${name}_unfinished`), [], migrations).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await client.query(`alter database "${name}_unfinished" rename to "${name}"`);
  });
  return name;
}
