import { modelContent, seedMember, type SeededWorkspace } from '@imprimatur/testing';
import pg from 'pg';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';

describe('a preview', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    sourceId = await world.connection(workspace.members.admin, 'sources');
    await onWarehouse(
      `create table customers as select id, 'customer ' || id as email, null::text as city from generate_series(1, 150) id`,
    );
  });
  afterAll(() => world.close());

  async function onWarehouse(sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: world.warehouseUrl.href });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  const preview = (query: string, member = workspace.members.admin, id = sourceId) =>
    world.call(member, 'post', `/sources/${id}/preview`, { query });

  it('shows the first hundred rows and the types of their columns', async () => {
    const { body } = await preview('select id, email, city from customers order by id').expect(200);
    expect(body).toMatchObject({
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'email', type: 'text' },
        { name: 'city', type: 'text' },
      ],
      truncated: true,
    });
    const { rows } = body as { rows: unknown[][] };
    expect([rows.length, rows[0]]).toEqual([100, [1, 'customer 1', null]]);
  });

  it.each([
    ['insert into customers values (1)', 'query.not-read-only'],
    ['with gone as (delete from customers returning *) select * from gone', 'query.not-read-only'],
    ['select * into copied from customers', 'query.not-read-only'],
    ['select 1; drop table customers', 'query.several-statements'],
    ['select from where', 'query.invalid'],
    ['select nowhere from customers', 'query.invalid'],
  ])('refuses %s', async (query, code) => {
    const { status, body } = await preview(query);
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({ code, fields: [expect.objectContaining({ path: '/query', code })] }),
    ]);
    expect((await onWarehouse('select count(*)::int as n from customers')).rows).toEqual([{ n: 150 }]);
  });

  it('ends a query that never ends', async () => {
    const { status, body } = await preview('select count(*) from generate_series(1, 1e15) a');
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'query.timeout' })]);
  });

  it('says that the source is down', async () => {
    const settings = { ...world.warehouse(), port: 1 };
    const body = { type: 'postgres', name: 'down', settings, credentials: world.password() };
    const created = await world.call(workspace.members.admin, 'post', '/sources', body).expect(201);
    const answer = await preview('select 1', workspace.members.admin, (created.body as { id: string }).id);
    expect([answer.status, answer.body]).toEqual([503, expect.objectContaining({ code: 'source.unreachable' })]);
    expect(answer.headers['retry-after']).toBe('5');
  });

  it('is for those who write models there', async () => {
    const { members } = workspace;
    const allowed = ['admin', 'workspace-editor', 'workspace-draft-editor', 'model-sync-editor', 'source-admin'];
    for (const [role, member] of Object.entries(members))
      expect([role, (await preview('select 1 as one', member)).status]).toEqual([
        role,
        allowed.includes(role) ? 200 : 403,
      ]);
  });

  it('of the query in review is also for those who approve', async () => {
    const { members } = workspace;
    const model = await world.model(members['workspace-draft-editor'], sourceId, {
      ...{ action: 'submit', reviewers: [members.admin.id] },
      content: modelContent({ query: 'select id, email, city from customers where id = 7' }),
    });
    const pinned = (member = members['audience-editor'], revision = 1) =>
      world.call(member, 'post', `/models/${model.id}/preview`, { revision });
    expect((await pinned().expect(200)).body).toMatchObject({ rows: [[7, 'customer 7', null]] });
    await pinned(members['workspace-viewer']).expect(403);
    await pinned(members.admin, 2).expect(409);
    const robot = (roleId: string) =>
      seedMember(world.service.dataSource.manager, workspace.id, { roleId, kind: 'service', name: 'robot' });
    const [approving, writing] = [await robot(members['audience-editor'].roleId), await robot(members.admin.roleId)];
    for (const each of [approving, writing]) await world.signIn(each);
    await pinned(approving).expect(403);
    await pinned(writing).expect(200);
  });

  it('is not needed to know that a model cannot be saved', async () => {
    const content = modelContent({ query: 'delete from customers' });
    const body = { name: 'm', sourceId, content, action: 'save_draft' };
    const refused = await world.call(workspace.members.admin, 'post', '/models', body).expect(422);
    expect(refused.body).toMatchObject({ code: 'query.not-read-only', fields: [{ path: '/content/query' }] });
  });
});
