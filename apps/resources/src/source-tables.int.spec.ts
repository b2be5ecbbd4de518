import type { SeededWorkspace } from '@imprimatur/testing';
import pg from 'pg';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';

describe('the tables of a source', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    sourceId = await world.connection(workspace.members.admin, 'sources');
    const client = new pg.Client({ connectionString: world.warehouseUrl.href });
    await client.connect();
    await client.query(`
      create domain plan as text;
      create table customers (id bigint primary key, "Plan" plan, dropped int, seen_at timestamptz, note varchar(40));
      alter table customers drop column dropped;
      create view active as select id from customers;
      create schema sales; create table sales."Deals" (amount numeric(10, 2));
      create table parted (id int) partition by range (id); create table parted_1 partition of parted for values from (0) to (1)`);
    await client.end();
  });
  afterAll(() => world.close());

  const tables = (member = workspace.members.admin) => world.call(member, 'get', `/sources/${sourceId}/tables`);

  it('are what a query can read, written as it has to write them', async () => {
    const { body } = await tables().expect(200);
    const columns = (...listed: [string, string, string][]) =>
      listed.map(([name, type, databaseType]) => ({ name, type, databaseType }));
    const ours = (body as { tables: { name: string }[] }).tables.filter(({ name }) =>
      /active|customers|parted|Deals/.test(name),
    );
    expect(ours).toEqual([
      { name: 'active', columns: columns(['id', 'integer', 'bigint']) },
      {
        name: 'customers',
        columns: columns(
          ['id', 'integer', 'bigint'],
          ['"Plan"', 'text', 'plan'],
          ['seen_at', 'timestamp', 'timestamp with time zone'],
          ['note', 'text', 'character varying(40)'],
        ),
      },
      { name: 'parted', columns: columns(['id', 'integer', 'integer']) },
      { name: 'sales."Deals"', columns: columns(['amount', 'decimal', 'numeric(10,2)']) },
    ]);
    expect(body.truncated).toBe(false);
  });

  it('are for those who write models there', async () => {
    const able = ['admin', 'workspace-editor', 'workspace-draft-editor', 'model-sync-editor', 'source-admin'];
    for (const [role, member] of Object.entries(workspace.members))
      expect([role, (await tables(member)).status]).toEqual([role, able.includes(role) ? 200 : 403]);
    const other = await world.workspace();
    await tables(other.members.admin).expect(404);
  });
});
