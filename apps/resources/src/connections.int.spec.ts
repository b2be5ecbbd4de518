import { builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';
import { ConnectionState, ResourceDeleted, SourceState } from '@imprimatur/contracts';
import { CredentialSealer } from '@imprimatur/connectors';
import { newId } from '@imprimatur/kernel';
import { syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { resnapshotResources } from './index.ts';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';

describe('sources and destinations', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
  });
  afterAll(() => world.close());

  const as = (role: BuiltInRoleKey) => workspace.members[role];
  const body = (password = 'not to be seen') => ({
    ...{ type: 'postgres', name: 'warehouse', settings: { ...world.warehouse(), ssl: 'require' } },
    credentials: { password },
  });

  it.each(builtInRoles.map(({ key }) => key))('are created by those who configure all: %s', async (role) => {
    const answers = await Promise.all([
      world.call(as(role), 'post', '/sources', body()),
      world.call(as(role), 'post', '/destinations', body()),
    ]);
    const all = role === 'admin' || role === 'workspace-editor';
    expect(answers.map(({ status }) => status)).toEqual([
      all || role === 'source-admin' ? 201 : 403,
      all || role === 'destination-admin' ? 201 : 403,
    ]);
  });

  it('keep their credentials sealed: not in an answer, not in an event, not in the database', async () => {
    const secret = `secret-${newId()}`;
    const created = await world.call(as('admin'), 'post', '/sources', body(secret)).expect(201);
    const { id } = created.body as { id: string };
    const read = await world.call(as('admin'), 'get', `/sources/${id}`).expect(200);
    expect(read.body).toEqual({
      ...{ id, type: 'postgres', name: 'warehouse', version: 1, configurable: true },
      settings: { ...world.warehouse(), ssl: 'require' },
    });
    const seen = await world.call(as('workspace-viewer'), 'get', `/sources/${id}`).expect(200);
    expect(seen.body).toMatchObject({ configurable: false, settings: null });
    const list = await world.call(as('admin'), 'get', '/sources?limit=200').expect(200);
    const rows: unknown[] = await world.service.dataSource.query(
      `select to_jsonb(t) from connection t union all select to_jsonb(t) from outbox t
       union all select to_jsonb(t) from idempotency_key t`,
    );
    for (const text of [created.body, read.body, seen.body, list.body, rows].map((value) => JSON.stringify(value))) {
      expect(text).toContain(id);
      expect(text).not.toContain(secret);
    }
    const [state] = await world.eventsOf(ConnectionState, workspace.id, id);
    const { credentials, version } = state!.data;
    const sealer = world.service.app.get(CredentialSealer);
    const owner = { workspaceId: workspace.id, connectionId: id, version };
    expect(sealer.open(owner, credentials!)).toEqual({ password: secret });
  });

  it('change only for who saw them, and never send a kept password elsewhere', async () => {
    const created = await world.call(as('admin'), 'post', '/sources', body('first')).expect(201);
    const { id } = created.body as { id: string };
    const patch = (change: Record<string, unknown>, version?: number) =>
      world.call(as('admin'), 'patch', `/sources/${id}`, change, version);
    await patch({ name: 'renamed' }).expect(428);
    await patch({ name: 'renamed' }, 2).expect(412);
    expect((await patch({ name: 'renamed' }, 1).expect(200)).headers.etag).toBe('"2"');
    const elsewhere = { ...world.warehouse(), host: 'db.attacker.example' };
    expect((await patch({ settings: elsewhere }, 2).expect(422)).body).toMatchObject({
      code: 'connection.credentials-required',
    });
    await patch({ settings: elsewhere, credentials: { password: 'second' } }, 2).expect(200);
    await patch({ name: 'unknown key', secret: 1 }, 3).expect(422);
    const states = (await world.eventsOf(ConnectionState, workspace.id, id)).map(({ data }) => data);
    const sealer = world.service.app.get(CredentialSealer);
    const opened = states.map(({ version, credentials }) =>
      sealer.open({ workspaceId: workspace.id, connectionId: id, version }, credentials!),
    );
    expect(opened).toEqual([{ password: 'first' }, { password: 'first' }, { password: 'second' }]);
    expect(states.map(({ seq, version }) => [seq, version])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    await world.call(as('workspace-viewer'), 'patch', `/sources/${id}`, { name: 'x' }, 3).expect(403);
  });

  it('are deleted when nothing refers to them any more, drafts included', async () => {
    const [sourceId, first, second] = [
      await world.connection(as('admin'), 'sources'),
      await world.connection(as('admin'), 'destinations', 'first'),
      await world.connection(as('admin'), 'destinations', 'second'),
    ];
    const model = await world.model(as('admin'), sourceId);
    const sync = await world.sync(as('admin'), model.id, first);
    const content = syncContent({ configuration: { modelId: model.id, destinationId: second } });
    const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(as('admin'), 'post', `/syncs/${sync.id}/changes`, move).expect(200);
    const remove = (path: string, tag: string | number = 1) => world.call(as('admin'), 'delete', path, undefined, tag);
    const tagOf = (path: string) => world.etagOf(as('admin'), path);
    expect((await remove(`/sources/${sourceId}`).expect(409)).body).toMatchObject({
      ...{ code: 'source.in-use', details: { count: 2 } },
    });
    for (const id of [first, second])
      expect((await remove(`/destinations/${id}`).expect(409)).body).toMatchObject({
        ...{ code: 'destination.in-use', details: { resources: [{ id: sync.id, kind: 'sync' }] } },
      });
    expect((await remove(`/models/${model.id}`, await tagOf(`/models/${model.id}`)).expect(409)).body).toMatchObject({
      code: 'model.has-syncs',
    });
    for (const path of [`/syncs/${sync.id}`, `/models/${model.id}`]) await remove(path, await tagOf(path)).expect(204);
    await remove(`/sources/${sourceId}`).expect(204);
    await remove(`/sources/${sourceId}`).expect(404);
    const [deleted] = await world.eventsOf(ResourceDeleted, workspace.id, sourceId);
    expect(deleted?.data).toMatchObject({ kind: 'source', deletedBy: as('admin').id });
    const reach = (await world.eventsOf(ConnectionState, workspace.id, sourceId)).at(-1)?.data;
    expect(reach).toMatchObject({ deleted: true, settings: {}, credentials: null });
    const posted = await world.call(as('admin'), 'post', '/models', {
      ...{ name: 'm', sourceId, action: 'save_draft' },
      content: {
        query: 'select 1 as id',
        configuration: { primaryKey: 'id' },
        columns: [{ name: 'id', type: 'integer' }],
      },
    });
    expect([posted.status, posted.body]).toEqual([404, expect.objectContaining({ code: 'source.not-found' })]);
  });

  it('are tested with what is saved', async () => {
    const good = await world.connection(as('admin'), 'sources');
    const down = await world.call(as('admin'), 'post', '/sources', {
      ...body(),
      settings: { ...world.warehouse(), port: 1 },
    });
    const test = async (id: string): Promise<unknown> =>
      (await world.call(as('admin'), 'post', `/sources/${id}/test`).expect(200)).body;
    expect(await test(good)).toMatchObject({ ok: true, code: null });
    expect(await test((down.body as { id: string }).id)).toMatchObject({ ok: false, code: 'source.unreachable' });
    await world.call(as('workspace-viewer'), 'post', `/sources/${good}/test`).expect(403);
  });

  it('are paged by name', async () => {
    const { members, id } = await world.workspace();
    for (const name of ['c', 'a', 'b', 'a']) await world.connection(members.admin, 'sources', name);
    const page = async (query: string) =>
      (await world.call(members.admin, 'get', `/sources?${query}`).expect(200)).body as {
        items: { id: string; name: string }[];
        nextCursor: string | null;
      };
    const first = await page('limit=3');
    const second = await page(`limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['a', 'a', 'b', 'c']);
    expect(second.nextCursor).toBeNull();
    for (const cursor of ['nonsense', Buffer.from('["a","b"]').toString('base64url')])
      await world.call(members.admin, 'get', `/sources?cursor=${cursor}`).expect(422);
    const before = await world.eventsOf(SourceState, id);
    expect(await resnapshotResources(world.service.dataSource, id)).toBe(4);
    const after = (await world.eventsOf(SourceState, id)).slice(before.length).map(({ data }) => [data.id, data.seq]);
    expect(after.toSorted()).toEqual(before.map(({ data }) => [data.id, data.seq + 1]).toSorted());
  });
});
