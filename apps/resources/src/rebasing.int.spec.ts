import { DraftRebased, DraftSubmitted, ModelState, RequestWithdrawn } from '@imprimatur/contracts';
import { modelContent, type SeededWorkspace } from '@imprimatur/testing';
import { decisionOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Caller, type Saved } from './testing/resources-world.fixture.ts';

const where = (condition: string) =>
  modelContent({ query: `select id, email, city from customers where ${condition}` });
const typed = (email: 'text' | 'json', query?: string) => {
  const columns = modelContent().columns.map((column) =>
    column.name === 'email' ? { ...column, type: email } : column,
  );
  return modelContent({ columns, ...(query !== undefined && { query }) });
};

describe('rebasing', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let dana: Caller;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    dana = workspace.members['workspace-draft-editor'];
    sourceId = await world.connection(admin, 'sources');
  });
  afterAll(() => world.close());
  beforeEach(() => world.setting(workspace.id, { requireApprovals: true }));

  const change = (by: Caller, id: string, body: object) => world.call(by, 'post', `/models/${id}/changes`, { ...body });
  const rebase = (by: Caller, id: string, over: object = {}) =>
    world.call(by, 'post', `/models/${id}/rebase`, { basedOn: { revision: 2 }, onto: { version: 2 }, ...over });
  const read = async (id: string) => (await world.call(admin, 'get', `/models/${id}`).expect(200)).body as object;
  /** A model whose draft, of revision 2 and by Dana, went stale by a hotfix, of revision 3. */
  async function stale(draft: object, hotfix: object): Promise<string> {
    const { id } = await world.model(admin, sourceId);
    const base = { basedOn: { version: 1 } };
    await change(dana, id, { ...base, content: draft, action: 'save_draft' }).expect(200);
    await change(admin, id, { ...base, content: hotfix, action: 'publish_now' }).expect(200);
    return id;
  }

  it('shows what it comes to, and makes it the draft’s next revision on the published version', async () => {
    const id = await stale(typed('json'), where('active'));
    const merged = typed('json', where('active').query);
    const { body } = await world.call(dana, 'get', `/models/${id}/rebase`).expect(200);
    expect(body).toEqual({
      ends: [expect.objectContaining({ sourceId, sourceName: 'source', destinationId: null })],
      ...{ id, draftRevision: 2, baseVersion: 1, ontoVersion: 2, merged, conflicts: [], invalid: [] },
    });
    const editor = workspace.members['workspace-editor'];
    expect((await rebase(editor, id).expect(200)).body).toEqual({ id, revision: 4, version: null, requestId: null });
    expect(await read(id)).toMatchObject({
      published: { version: 2 },
      draft: {
        ...{ revision: 4, baseVersion: 2, stale: false, content: merged, savedBy: editor.id },
        contributors: [dana.id, editor.id],
      },
    });
    const [event] = await world.eventsOf(DraftRebased, workspace.id, id);
    expect([event?.actor, event?.data]).toEqual([
      editor.id,
      expect.objectContaining({ revision: 4, baseVersion: 2, rebasedBy: editor.id }),
    ]);
    const states = await world.eventsOf(ModelState, workspace.id, id);
    expect(states.at(-1)?.data.draft).toMatchObject({ revision: 4, baseVersion: 2 });
    const items = [{ resourceId: id, revision: 4 }];
    await world.call(admin, 'post', '/change-sets', { action: 'publish_now', items }).expect(200);
  });

  it('returns what both sides changed, field by field, until a member has resolved all of it', async () => {
    const id = await stale(typed('json', 'select 2'), where('active'));
    const conflict = {
      ...{ path: '/query', label: 'Query', base: modelContent().query },
      ...{ published: where('active').query, mine: 'select 2' },
    };
    expect((await world.call(dana, 'get', `/models/${id}/rebase`).expect(200)).body).toMatchObject({
      merged: typed('json', 'select 2'),
      conflicts: [conflict],
    });
    const refused = await rebase(dana, id).expect(409);
    expect(refused.body).toMatchObject({ code: 'rebase.conflicts', details: { conflicts: [conflict] } });
    expect(await read(id)).toMatchObject({ draft: { revision: 2, stale: true } });
    const resolutions = [{ path: '/query', value: 'select id, email, city from people' }];
    expect((await rebase(dana, id, { resolutions }).expect(200)).body).toMatchObject({ revision: 4 });
    expect(await read(id)).toMatchObject({
      draft: { content: typed('json', 'select id, email, city from people'), contributors: [dana.id] },
    });
  });

  it('refuses what does not fit together, what is no field, and a query that is none, and changes nothing', async () => {
    const [id, columns] = [(c: string) => ({ path: `/columns/${c}`, value: null }), modelContent().columns];
    const model = await stale(
      modelContent({ configuration: { primaryKey: 'email' } }),
      modelContent({ columns: columns.filter(({ name }) => name !== 'email') }),
    );
    for (const [resolutions, paths] of [
      [[], ['/configuration/primaryKey']],
      [[{ path: '/schedule', take: 'mine' }], ['/schedule', '/configuration/primaryKey']],
      [[id('email'), { path: '/configuration/primaryKey', value: 7 }], ['/configuration/primaryKey']],
    ] as const) {
      const { body } = await rebase(dana, model, { resolutions }).expect(422);
      expect(body).toMatchObject({ code: 'rebase.invalid', fields: paths.map((path) => ({ path })) });
    }
    const back = { path: '/columns/email', value: 'text' };
    const query = { path: '/query', value: 'drop table customers' };
    const unsafe = await rebase(dana, model, { resolutions: [back, query] }).expect(422);
    expect(unsafe.body).toMatchObject({ fields: [{ path: '/query' }] });
    await rebase(dana, model, { resolutions: [back, back] }).expect(422);
    expect((await rebase(dana, model, { resolutions: [back] }).expect(200)).body).toMatchObject({ revision: 4 });
  });

  it('refuses with both contents when the draft or the published version is another one by now', async () => {
    const id = await stale(typed('json'), where('active'));
    for (const over of [{ basedOn: { revision: 1 } }, { onto: { version: 1 } }, { onto: { version: 3 } }]) {
      const { body } = await rebase(dana, id, over).expect(412);
      expect(body).toMatchObject({
        code: 'draft.stale-base',
        details: {
          current: { basedOn: { revision: 2 }, content: typed('json') },
          published: { basedOn: { version: 2 }, content: where('active') },
        },
      });
    }
  });

  it('refuses while in review, with the request’s id; withdrawn, the draft is rebased and submitted again', async () => {
    const { id } = await world.model(admin, sourceId);
    const base = { basedOn: { version: 1 } };
    const submit = { ...base, content: typed('json'), action: 'submit', reviewers: [admin.id] };
    const { requestId } = (await change(dana, id, submit).expect(202)).body as Saved;
    await change(admin, id, { ...base, content: where('active'), action: 'publish_now' }).expect(200);
    expect((await rebase(admin, id).expect(409)).body).toMatchObject({
      ...{ code: 'draft.in-review', details: { requestId } },
    });
    await world.call(dana, 'get', `/models/${id}/rebase`).expect(200);
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId!);
    await world.approvals.send(RequestWithdrawn, workspace.id, requestId!, decisionOf(submitted!.data, dana.id));
    await world.released(workspace.id, requestId!);
    await rebase(dana, id).expect(200);
    const items = [{ resourceId: id, revision: 4 }];
    const again = { action: 'submit', items, reviewers: [admin.id] };
    const { body } = await world.call(dana, 'post', '/change-sets', again).expect(202);
    const [second] = await world.eventsOf(DraftSubmitted, workspace.id, (body as Saved).requestId!);
    expect(second?.data.items[0]).toMatchObject({ baseVersion: 2, baseContent: where('active') });
  });

  it('refuses what is not stale, and where there is no draft, with both names', async () => {
    const { id } = await world.model(admin, sourceId);
    expect((await rebase(dana, id).expect(409)).body).toMatchObject({
      ...{ code: 'draft.illegal-transition', details: { state: 'none', command: 'rebase' } },
    });
    await world.call(dana, 'get', `/models/${id}/rebase`).expect(404);
    await change(dana, id, { basedOn: { version: 1 }, content: typed('json'), action: 'save_draft' }).expect(200);
    const here = { onto: { version: 1 } };
    expect((await rebase(dana, id, here).expect(409)).body).toMatchObject({ code: 'draft.not-stale' });
    expect((await world.call(dana, 'get', `/models/${id}/rebase`).expect(409)).body).toMatchObject({
      code: 'draft.not-stale',
    });
    const { id: never } = await world.model(dana, sourceId, { action: 'save_draft' });
    await rebase(dana, never, { basedOn: { revision: 1 }, onto: { version: 1 } }).expect(412);
  });

  it('refuses what comes out as what is published already: such a draft is deleted', async () => {
    const id = await stale(where('active'), where('active'));
    expect((await rebase(dana, id).expect(409)).body).toMatchObject({ code: 'draft.no-change' });
    await world.call(dana, 'delete', `/models/${id}/draft`, undefined, 2).expect(204);
  });

  it('is for who may save it; while approvals are off, for publishers', async () => {
    const id = await stale(typed('json'), where('active'));
    for (const role of ['workspace-viewer', 'sync-editor', 'audience-editor'] as const)
      expect((await rebase(workspace.members[role], id).expect(403)).body).toMatchObject({ code: 'rights.missing' });
    await world.setting(workspace.id, { requireApprovals: false });
    expect((await rebase(dana, id).expect(403)).body).toMatchObject({ code: 'approvals.disabled-for-draft-role' });
    await rebase(workspace.members['source-admin'], id).expect(200);
    const edit = { basedOn: { revision: 4 }, content: where('vip'), action: 'save_draft' };
    expect((await change(admin, id, edit).expect(409)).body).toMatchObject({ code: 'approvals.disabled' });
    const items = [{ resourceId: id, revision: 4 }];
    await world.call(admin, 'post', '/change-sets', { action: 'publish_now', items }).expect(200);
  });
});
