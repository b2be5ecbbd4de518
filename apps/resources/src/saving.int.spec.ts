import type { BuiltInRoleKey, SaveOptions } from '@imprimatur/abilities';
import { DraftSaved, ModelState, PublicationApplied } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { modelContent, seedMember, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Saved } from './testing/resources-world.fixture.ts';

const query = (text: string) => modelContent({ query: text });
const second = query('select id, email, city from customers where active');
const third = query('select id, email, city from customers where vip');

describe('saving', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let sourceId: string;
  let destinationId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    sourceId = await world.connection(workspace.members.admin, 'sources');
    destinationId = await world.connection(workspace.members.admin, 'destinations');
  });
  afterAll(() => world.close());
  beforeEach(() => world.setting(workspace.id, { requireApprovals: true }));

  const as = (role: BuiltInRoleKey) => workspace.members[role];
  const change = (role: BuiltInRoleKey, id: string, body: Record<string, unknown>) =>
    world.call(as(role), 'post', `/models/${id}/changes`, body);

  describe('as each role, with approvals on and off', () => {
    const all = ['publish_now', 'submit', 'save_draft'];
    const drafts = ['submit', 'save_draft'];
    const byRole: [BuiltInRoleKey, model: string[], sync: string[]][] = [
      ['admin', all, all],
      ['workspace-editor', all, all],
      ['workspace-draft-editor', drafts, drafts],
      ['workspace-viewer', [], []],
      ['model-sync-editor', all, all],
      ['sync-editor', [], all],
      ['source-admin', all, []],
      ['destination-admin', [], all],
      ['audience-editor', [], []],
    ];

    it.each(byRole)('%s', async (role, onModel, onSync) => {
      const model = await world.model(as('admin'), sourceId);
      for (const action of all) {
        const rest = { action, reviewers: [as('admin').id] };
        const configuration = { modelId: model.id, destinationId };
        const model_ = { name: 'm', sourceId, content: modelContent(), ...rest };
        const sync = { name: 's', content: syncContent({ configuration }), ...rest };
        const answers = [
          await world.call(as(role), 'post', '/models', model_),
          await world.call(as(role), 'post', '/syncs', sync),
        ];
        expect([action, ...answers.map(({ status }) => status)]).toEqual([
          action,
          onModel.includes(action) ? 201 : 403,
          onSync.includes(action) ? 201 : 403,
        ]);
      }
      await world.setting(workspace.id, { requireApprovals: false });
      const off = (action: string) =>
        world.call(as(role), 'post', '/models', {
          name: 'm',
          sourceId,
          content: modelContent(),
          action,
          reviewers: [as('admin').id],
        });
      const codeOf = async (action: string): Promise<string> =>
        ((await off(action)).body as { code?: string }).code ?? 'created';
      const expected =
        onModel === all ? 'created' : onModel === drafts ? 'approvals.disabled-for-draft-role' : 'rights.missing';
      const offered = (await world.call(as(role), 'get', `/models/${model.id}`)).body as { saveOptions: SaveOptions };
      expect(offered.saveOptions.actions).toEqual(onModel === all ? ['publish'] : []);
      for (const action of ['publish', 'publish_now']) expect(await codeOf(action)).toBe(expected);
      expect(await codeOf('save_draft')).toBe(expected === 'created' ? 'approvals.disabled' : expected);
    });
  });

  it('walks a draft from revision to revision and never takes one again', async () => {
    const { id } = await world.model(as('admin'), sourceId);
    const saved = await change('workspace-draft-editor', id, {
      content: second,
      basedOn: { version: 1 },
      action: 'save_draft',
    });
    expect(saved.body).toEqual({ id, revision: 2, version: null, requestId: null });
    await change('workspace-editor', id, { content: third, basedOn: { revision: 2 }, action: 'save_draft' }).expect(
      200,
    );
    const [dana, erin] = [as('workspace-draft-editor').id, as('workspace-editor').id];
    const { body } = await world.call(as('admin'), 'get', `/models/${id}`).expect(200);
    expect(body).toMatchObject({
      published: { version: 1, content: modelContent() },
      draft: {
        revision: 3,
        baseVersion: 1,
        content: third,
        contributors: [dana, erin],
        state: 'editing',
        stale: false,
      },
    });
    await world.call(as('workspace-draft-editor'), 'delete', `/models/${id}/draft`, undefined, 2).expect(412);
    await world.call(as('workspace-draft-editor'), 'delete', `/models/${id}/draft`).expect(428);
    await world.call(as('workspace-draft-editor'), 'delete', `/models/${id}/draft`, undefined, 3).expect(204);
    const again = await change('workspace-draft-editor', id, {
      content: second,
      basedOn: { version: 1 },
      action: 'save_draft',
    });
    expect(again.body).toMatchObject({ revision: 4 });
    expect((await world.eventsOf(DraftSaved, workspace.id, id)).map(({ data }) => data.revision)).toEqual([2, 3, 4]);
    const states = await world.eventsOf(ModelState, workspace.id, id);
    expect(states.map(({ data }) => [data.seq, data.draft?.revision ?? null])).toEqual([
      [1, null],
      [2, 2],
      [3, 3],
      [4, null],
      [5, 4],
    ]);
  });

  it('refuses a stale base with both contents', async () => {
    const { id } = await world.model(as('admin'), sourceId);
    await change('workspace-editor', id, { content: second, basedOn: { version: 1 }, action: 'save_draft' }).expect(
      200,
    );
    const stale = await change('admin', id, { content: third, basedOn: { version: 1 }, action: 'save_draft' }).expect(
      412,
    );
    expect(stale.body).toMatchObject({
      code: 'draft.stale-base',
      details: { current: { basedOn: { revision: 2 }, content: second }, yours: third },
    });
  });

  it('publishes a hotfix around a draft, which is stale from then on', async () => {
    const { id } = await world.model(as('admin'), sourceId);
    await change('workspace-draft-editor', id, { content: second, basedOn: { version: 1 }, action: 'save_draft' });
    const submitted = await change('workspace-draft-editor', id, {
      ...{ content: second, basedOn: { revision: 2 }, action: 'submit', reviewers: [as('admin').id] },
    }).expect(202);
    const { requestId } = submitted.body as Saved;
    const hotfix = await change('admin', id, { content: third, basedOn: { version: 1 }, action: 'publish_now' }).expect(
      200,
    );
    expect(hotfix.body).toEqual({ id, revision: 4, version: 2, requestId: null });
    const [, applied] = await world.eventsOf(PublicationApplied, workspace.id, id);
    expect(applied?.data.madeStale).toEqual([
      expect.objectContaining({ resourceId: id, requestId, contributors: [as('workspace-draft-editor').id] }),
    ]);
    const { body } = await world.call(as('admin'), 'get', `/models/${id}`).expect(200);
    expect(body).toMatchObject({
      published: { version: 2, content: third },
      draft: { stale: true, state: 'in_review' },
    });
  });

  it('locks a draft that is in review, but not its name', async () => {
    const { id, requestId } = await world.model(as('admin'), sourceId, {
      action: 'submit',
      reviewers: [as('admin').id],
    });
    const items = [{ resourceId: id, revision: 1 }];
    const attempts = [
      change('admin', id, { content: second, basedOn: { revision: 1 }, action: 'save_draft' }),
      change('admin', id, { content: second, basedOn: { revision: 1 }, action: 'publish_now' }),
      world.call(as('admin'), 'post', '/change-sets', { action: 'publish_now', items }),
      world.call(as('admin'), 'post', '/change-sets', { action: 'submit', items, reviewers: [as('admin').id] }),
      world.call(as('admin'), 'delete', `/models/${id}/draft`, undefined, 1),
      world.call(as('admin'), 'delete', `/models/${id}`, undefined, await world.etagOf(as('admin'), `/models/${id}`)),
    ];
    for (const { status, body } of await Promise.all(attempts))
      expect([status, body]).toEqual([
        409,
        expect.objectContaining({ code: 'draft.in-review', details: { requestId } }),
      ]);
    await world.call(as('workspace-draft-editor'), 'patch', `/models/${id}`, { name: 'new name' }).expect(428);
    await world.call(as('workspace-draft-editor'), 'patch', `/models/${id}`, { name: 'new name' }, 7).expect(412);
    const renamed = await world.call(as('workspace-draft-editor'), 'patch', `/models/${id}`, { name: 'new name' }, 1);
    expect([renamed.status, renamed.headers.etag, renamed.body]).toEqual([200, '"2"', { metadataVersion: 2 }]);
  });

  it('refuses what is published already, and a draft that was published around', async () => {
    const { id } = await world.model(as('admin'), sourceId);
    const same = await change('admin', id, { content: modelContent(), basedOn: { version: 1 }, action: 'publish_now' });
    expect([same.status, same.body]).toEqual([409, expect.objectContaining({ code: 'draft.no-change' })]);
    await change('admin', id, { content: second, basedOn: { version: 1 }, action: 'save_draft' }).expect(200);
    await change('admin', id, { content: third, basedOn: { version: 1 }, action: 'publish_now' }).expect(200);
    const reviewers = [as('admin').id];
    const items = [{ resourceId: id, revision: 2 }];
    const attempts = [
      change('admin', id, { content: second, basedOn: { revision: 2 }, action: 'submit', reviewers }),
      change('admin', id, { content: second, basedOn: { revision: 2 }, action: 'publish_now' }),
      world.call(as('admin'), 'post', '/change-sets', { action: 'submit', items, reviewers }),
      world.call(as('admin'), 'post', '/change-sets', { action: 'publish_now', items }),
    ];
    for (const { status, body } of await Promise.all(attempts))
      expect([status, body]).toEqual([409, expect.objectContaining({ code: 'draft.stale' })]);
  });

  it('still publishes and deletes drafts while approvals are switched off, and no more', async () => {
    const { id, revision } = await world.model(as('workspace-draft-editor'), sourceId, { action: 'save_draft' });
    const other = await world.model(as('workspace-draft-editor'), sourceId, { action: 'save_draft' });
    await world.setting(workspace.id, { requireApprovals: false });
    const items = [{ resourceId: id, revision }];
    const submit = { action: 'submit', items, reviewers: [as('admin').id] };
    await world.call(as('admin'), 'post', '/change-sets', submit).expect(409);
    await world.call(as('workspace-draft-editor'), 'post', '/change-sets', submit).expect(403);
    await world
      .call(as('workspace-draft-editor'), 'post', '/change-sets', { action: 'publish_now', items })
      .expect(403);
    const done = await world.call(as('admin'), 'post', '/change-sets', { action: 'publish', items }).expect(200);
    expect(done.body).toMatchObject({ items: [{ resourceId: id, version: 1, revision: 1 }] });
    await world.call(as('workspace-draft-editor'), 'delete', `/models/${other.id}/draft`, undefined, 1).expect(204);
    await world.call(as('admin'), 'get', `/models/${other.id}`).expect(404);
  });

  it('refuses reviewers who could not approve, and names them', async () => {
    const nobody = newId();
    const service = await seedMember(world.service.dataSource.manager, workspace.id, {
      ...{ roleId: workspace.roles.admin.id, kind: 'service', name: 'robot' },
    });
    const gone = await seedMember(world.service.dataSource.manager, workspace.id, {
      ...{ roleId: workspace.roles.admin.id, active: false },
    });
    const reviewers = [
      as('admin').id,
      as('workspace-viewer').id,
      as('workspace-draft-editor').id,
      nobody,
      service.id,
      gone.id,
    ];
    const body = { name: 'm', sourceId, content: modelContent(), action: 'submit', reviewers };
    const refused = await world.call(as('workspace-draft-editor'), 'post', '/models', body).expect(422);
    expect(refused.body).toMatchObject({
      code: 'reviewer.not-an-approver',
      details: {
        reviewers: [
          { id: as('workspace-viewer').id, code: 'approver.rights-missing' },
          { id: as('workspace-draft-editor').id, code: 'approver.rights-missing' },
          { id: nobody, code: 'approver.inactive' },
          { id: service.id, code: 'approver.service-account' },
          { id: gone.id, code: 'approver.inactive' },
        ],
      },
    });
    await world.call(as('workspace-draft-editor'), 'post', '/models', { ...body, reviewers: [] }).expect(422);
    await world.setting(workspace.id, { selfApproval: 'never' });
    const self = await world.call(as('admin'), 'post', '/models', { ...body, reviewers: [as('admin').id] }).expect(422);
    expect(self.body).toMatchObject({ details: { reviewers: [{ code: 'approver.self-approval' }] } });
    await world.setting(workspace.id, { selfApproval: 'publishers' });
  });

  it('answers a repeated command as the first time', async () => {
    const key = newId();
    const body = { name: 'once', sourceId, content: modelContent(), action: 'save_draft' };
    const post = () => world.call(as('admin'), 'post', '/models', body).set('idempotency-key', key).expect(201);
    const [first, again] = [await post(), await post()];
    expect(again.body).toEqual(first.body);
  });
});
