import { DraftSubmitted } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually, modelContent, seedMember, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';

const changed = modelContent({ query: 'select id, email, city from customers where active' });

interface Things {
  sourceId: string;
  destinationId: string;
  /** Published, with a draft at revision 2. */
  modelId: string;
  /** Published. */
  plainId: string;
  /** Never published, with a draft at revision 1. */
  syncId: string;
}

type Command = [method: 'post' | 'patch' | 'delete', path: string, body?: Record<string, unknown>, ifMatch?: string];

describe('rights that are taken away while a command waits', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let things: Things;
  let erin: Caller;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    await world.setting(workspace.id, { requireApprovals: true });
    const { admin } = workspace.members;
    const sourceId = await world.connection(admin, 'sources');
    const destinationId = await world.connection(admin, 'destinations');
    const [{ id: modelId }, { id: plainId }] = [await world.model(admin, sourceId), await world.model(admin, sourceId)];
    const draft = { content: changed, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin, 'post', `/models/${modelId}/changes`, draft).expect(200);
    const { id: syncId } = await world.sync(admin, plainId, destinationId, { action: 'save_draft' });
    things = { sourceId, destinationId, modelId, plainId, syncId };
    erin = await seedMember(world.service.dataSource.manager, workspace.id, { roleId: workspace.roles.admin.id });
    await world.signIn(erin);
  });

  /** Sends a command of Erin's that has to wait, changes something meanwhile, and lets it go on. */
  async function meanwhile([method, path, body, ifMatch]: Command, change: () => Promise<unknown>): Promise<Response> {
    const { dataSource } = world.service;
    const other = dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('select from resource where workspace_id = $1 for update', [workspace.id]);
    await other.query('select from connection where workspace_id = $1 for update', [workspace.id]);
    const answer = world.call(erin, method, path, body, ifMatch).then((response) => response);
    await eventually(async () => {
      const [{ waiting }] = await dataSource.query<[{ waiting: number }]>(
        `select count(*)::integer as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(waiting).toBe(1);
    });
    await change();
    await other.commitTransaction();
    await other.release();
    return answer;
  }

  const demote = () =>
    world.service.dataSource.query('update access_member set role_id = $2, seq = seq + 1 where id = $1', [
      erin.id,
      workspace.roles['workspace-viewer'].id,
    ]);
  const remove = () =>
    world.service.dataSource.query('update access_member set active = false, seq = seq + 1 where id = $1', [erin.id]);

  const tagOf = async (path: string): Promise<string> => {
    const { headers } = await world.call(workspace.members.admin, 'get', path).expect(200);
    return (headers['etag'] as string).replaceAll('"', '');
  };
  const change = (action: string, over = {}) => ({ content: modelContent(), action, reviewers: [], ...over });
  const around = { content: changed, basedOn: { version: 1 } };
  const reviewed = () => ({ reviewers: [workspace.members.admin.id] });
  const set = () => ({ items: [{ resourceId: things.modelId, revision: 2 }] });
  const syncContentOf = () =>
    syncContent({
      configuration: { modelId: things.plainId, destinationId: things.destinationId, object: newId() },
    });

  const commands: Record<string, () => Promise<Command> | Command> = {
    'publish now': () => ['post', `/models/${things.modelId}/changes`, { ...around, action: 'publish_now' }],
    'save a draft': () => ['post', `/models/${things.plainId}/changes`, { ...around, action: 'save_draft' }],
    'submit a change': () => [
      'post',
      `/models/${things.plainId}/changes`,
      { ...around, action: 'submit', ...reviewed() },
    ],
    'publish a sync now': () => [
      'post',
      `/syncs/${things.syncId}/changes`,
      { content: syncContentOf(), basedOn: { revision: 1 }, action: 'publish_now' },
    ],
    'create a model': () => ['post', '/models', { name: 'm', sourceId: things.sourceId, ...change('publish_now') }],
    'create a sync': () => ['post', '/syncs', { name: 's', content: syncContentOf(), action: 'publish_now' }],
    'publish a change set': () => ['post', '/change-sets', { ...set(), action: 'publish_now' }],
    'submit a change set': () => ['post', '/change-sets', { ...set(), action: 'submit', ...reviewed() }],
    'delete a draft': () => ['delete', `/models/${things.modelId}/draft`, undefined, '2'],
    'delete a sync': async () => {
      const path = `/syncs/${things.syncId}`;
      return ['delete', path, undefined, await tagOf(path)];
    },
    rename: () => ['patch', `/models/${things.modelId}`, { name: 'renamed' }, '1'],
    'change a connection': () => ['patch', `/sources/${things.sourceId}`, { name: 'renamed' }, '1'],
    'delete a connection': () => ['delete', `/destinations/${things.destinationId}`, undefined, '1'],
  };

  it.each(Object.keys(commands))('do not %s any more', async (name) => {
    const before = await world.events(workspace.id);
    const answer = await meanwhile(await commands[name]!(), demote);
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'rights.missing' })]);
    expect(await world.events(workspace.id)).toEqual(before);
  });

  it('end with the membership', async () => {
    const answer = await meanwhile(await commands['publish now']!(), remove);
    expect([answer.status, answer.body]).toEqual([401, expect.objectContaining({ code: 'session.ended' })]);
  });

  it.each(['publish now', 'publish a change set', 'delete a draft', 'delete a sync', 'delete a connection'])(
    'are confirmed anew to %s',
    async (name) => {
      const { dataSource } = world.service;
      const letter = () =>
        dataSource.query(
          `insert into dead_letter (group_name, kind, event_id, reason, error, attempts, topic, partition, log_offset, headers, workspace_id)
           values ('resources.access.g1', 'projection', $1, 'failed', 'of a test', 1, 'identity', 0, 0, '{}', $2)`,
          [newId(), workspace.id],
        );
      const answer = await meanwhile(await commands[name]!(), letter);
      await dataSource.query('delete from dead_letter where workspace_id = $1', [workspace.id]);
      expect([answer.status, answer.body]).toEqual([503, expect.objectContaining({ code: 'rights.unconfirmed' })]);
    },
  );

  it('and settings are those of now', async () => {
    const off = () => world.setting(workspace.id, { requireApprovals: false });
    const refused = await meanwhile(await commands['submit a change set']!(), off);
    expect(refused.body).toMatchObject({ status: 409, code: 'approvals.disabled' });
    await world.setting(workspace.id, { requireApprovals: true });
    const three = () => world.setting(workspace.id, { requiredApprovals: 3 });
    const { status, body } = await meanwhile(await commands['submit a change set']!(), three);
    expect(status).toBe(202);
    const { requestId } = body as { requestId: string };
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId);
    expect(submitted?.data.requiredApprovals).toBe(3);
  });
});
