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

  it('of a model is of its draft or of what is published, for those who write models there', async () => {
    const { members } = workspace;
    const only = (n: number) => modelContent({ query: `select id, email, city from customers where id = ${n}` });
    const model = await world.model(members.admin, sourceId, { content: only(1) });
    const path = `/models/${model.id}`;
    const show = (what: string, by = members.admin, revision?: number) =>
      world.call(by, 'post', `${path}/preview`, { what, ...(revision !== undefined && { revision }) });
    const firstId = async (...asked: Parameters<typeof show>): Promise<unknown> =>
      ((await show(...asked).expect(200)).body as { rows: unknown[][] }).rows[0]?.[0];
    expect((await show('draft').expect(409)).body).toMatchObject({ code: 'draft.missing' });
    const change = (body: object) => world.call(members.admin, 'post', `${path}/changes`, { ...body });
    await change({ content: only(2), basedOn: { version: 1 }, action: 'save_draft' }).expect(200);
    expect([await firstId('draft'), await firstId('published'), await firstId('draft', members.admin, 2)]).toEqual([
      2, 1, 2,
    ]);
    expect((await show('draft', members.admin, 1).expect(412)).body).toMatchObject({ code: 'draft.stale-base' });
    const [approver, viewer] = [members['audience-editor'], members['workspace-viewer']];
    for (const what of ['draft', 'published']) await show(what, approver).expect(403);
    const submit = { content: only(3), basedOn: { revision: 2 }, action: 'submit', reviewers: [members.admin.id] };
    await change(submit).expect(202);
    expect(await firstId('draft', approver)).toBe(3);
    for (const refused of [show('published', approver), show('draft', viewer)])
      expect((await refused).status).toBe(403);
    const fresh = await world.model(members.admin, sourceId, { action: 'save_draft' });
    const unpublished = world.call(members.admin, 'post', `/models/${fresh.id}/preview`, { what: 'published' });
    expect((await unpublished.expect(404)).body).toMatchObject({ code: 'version.not-found' });
    const other = await world.workspace();
    await world.call(other.members.admin, 'post', `${path}/preview`, { what: 'draft' }).expect(404);
    await show('everything').expect(422);
  });

  it('is not needed to know that a model cannot be saved', async () => {
    const content = modelContent({ query: 'delete from customers' });
    const body = { name: 'm', sourceId, content, action: 'save_draft' };
    const refused = await world.call(workspace.members.admin, 'post', '/models', body).expect(422);
    expect(refused.body).toMatchObject({ code: 'query.not-read-only', fields: [{ path: '/content/query' }] });
  });
});
