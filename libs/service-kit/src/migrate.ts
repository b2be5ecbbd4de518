import { DataSource } from 'typeorm';

const MIGRATION_LOCK = 7_106_173;

/**
 * Brings a database to its newest schema and returns the names of the migrations that ran. Safe to start several times at once:
 * an advisory lock lets one work while the others wait.
 */
export async function migrate(databaseUrl: string, migrations: Function[]): Promise<string[]> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: 'migrate',
    installExtensions: false,
    connectTimeoutMS: 5_000,
  }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}

/** The names of migrations that the database does not have yet. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const table: { name: string | null }[] = await dataSource.query(`select to_regclass('migration')::text as name`);
  if (table[0]?.name == null) return known;
  const done: { name: string }[] = await dataSource.query('select name from migration');
  const names = new Set(done.map(({ name }) => name));
  return known.filter((name) => !names.has(name));
}
