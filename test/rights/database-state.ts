import { services } from '@imprimatur/contracts';
import { eventually } from '@imprimatur/testing';
import type { DataSource } from 'typeorm';
import type { InProcessWorld } from '../e2e/in-process-world.ts';

/** What services keep about themselves and not about anybody's things; it changes while nobody does anything. */
const ofTheirOwn = ['projection_beat', 'relay_lease', 'migrations', 'idempotency_key', 'attendance'];

/** Every row of all five databases, as text under the name of its service and table. */
export type DatabaseState = ReadonlyMap<string, ReadonlySet<string>>;

const tablesOf = async (dataSource: DataSource): Promise<string[]> => {
  const tables: { name: string }[] = await dataSource.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
    [ofTheirOwn],
  );
  return tables.map(({ name }) => name);
};

export async function databaseState(world: InProcessWorld): Promise<DatabaseState> {
  const state = new Map<string, Set<string>>();
  for (const service of services) {
    const { dataSource } = world.app(service);
    for (const name of await tablesOf(dataSource)) {
      const rows: { row: string }[] = await dataSource.query(
        `select (to_jsonb(t) - 'published_at')::text as row from "${name}" t`,
      );
      state.set(`${service}.${name}`, new Set(rows.map(({ row }) => row)));
    }
  }
  return state;
}

/** Changes with every write to any of these rows, and is read in no time. */
async function lastWrites(world: InProcessWorld): Promise<string> {
  const all = await Promise.all(
    services.map(async (service) => {
      const { dataSource } = world.app(service);
      const each = (await tablesOf(dataSource)).map(
        (name) => `select '${name}' as name, count(*) as n, sum(xmin::text::bigint) as x from "${name}"`,
      );
      return dataSource.query<object[]>(each.join(' union all '));
    }),
  );
  return JSON.stringify(all);
}

/** The rows that are only in one of two states, each with the sign of a diff; the first of each table. */
export function difference(before: DatabaseState, after: DatabaseState): string[] {
  const FIRST = 5;
  return [...after].flatMap(([table, rows]) => {
    const earlier = before.get(table) ?? new Set();
    const lost = [...earlier].filter((row) => !rows.has(row)).slice(0, FIRST);
    const found = [...rows].filter((row) => !earlier.has(row)).slice(0, FIRST);
    const shown = (sign: string) => (row: string) => `${sign} ${table} ${row.slice(0, 400)}`;
    return [...lost.map(shown('-')), ...found.map(shown('+'))];
  });
}

/** Waits until everything that was announced has been heard and carried out. */
export async function settled(world: InProcessWorld): Promise<void> {
  let earlier = '';
  await eventually(
    async () => {
      await assertHeard(world);
      const writes = await lastWrites(world);
      const [previous] = [earlier, (earlier = writes)];
      if (previous !== writes) throw new Error('still moving');
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}

async function assertHeard(world: InProcessWorld): Promise<void> {
  for (const service of services) {
    const unsent: unknown[] = await world
      .app(service)
      .dataSource.query('select id from outbox where published_at is null limit 1');
    if (unsent.length > 0) throw new Error(`${service} has something to announce`);
  }
  await assertSame(world, 'identity-roles', 'select id, seq from member union all select id, seq from workspace', {
    others: 'select id, seq from access_member union all select id, seq from access_workspace',
    of: ['resources', 'approvals', 'notifications', 'scheduler'],
  });
  await assertSame(world, 'resources', `select id, seq from resource where kind = 'sync'`, {
    others: 'select id, seq from sync_state',
    of: ['scheduler'],
  });
  const unknown: unknown[] = await world
    .app('resources')
    .dataSource.query('select from submission where acknowledged_at is null limit 1');
  if (unknown.length > 0) throw new Error('approvals has not heard of a submission');
}

async function assertSame(
  world: InProcessWorld,
  owner: 'identity-roles' | 'resources',
  sql: string,
  { others, of }: { others: string; of: ('resources' | 'approvals' | 'notifications' | 'scheduler')[] },
): Promise<void> {
  const rowsOf = async (service: typeof owner | (typeof of)[number], query: string): Promise<string> => {
    const rows: { id: string; seq: number }[] = await world.app(service).dataSource.query(`${query} order by 1`);
    return rows.map(({ id, seq }) => `${id} ${seq}`).join();
  };
  const known = await rowsOf(owner, sql);
  for (const service of of)
    if ((await rowsOf(service, others)) !== known) throw new Error(`${service} has not heard everything of ${owner}`);
}
