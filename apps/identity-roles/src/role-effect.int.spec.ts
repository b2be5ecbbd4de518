import { builtInRoleId } from './domain/role.ts';
import { identityWorld, type Workspace } from './testing/identity-world.fixture.ts';
import { DESTINATION, onDestination, onSource, roleContent, SOURCE } from './testing/role-content.fixture.ts';
import { RolesApi } from './testing/roles-api.fixture.ts';

const world = identityWorld();
let beta: Workspace;

const drafting = roleContent({
  name: 'Drafts here',
  sources: [onSource(SOURCE, { models: 'draft', syncs: 'draft', approve: true })],
  destinations: [onDestination('all', { syncs: 'publish' })],
});
/** By default everybody but draft editors and viewers can approve. */
const approving = [
  'Admin',
  'Audience editor',
  'Destination admin',
  'Model + sync editor',
  'Source admin',
  'Sync editor',
  'Workspace editor',
];

describe('what a role comes to', () => {
  let ada: RolesApi;
  let roleId: string;
  const get = (query: string, token = beta.people['workspace-viewer'].token) =>
    world.send('get', `/roles/${roleId}/effect?${query}`, token);
  const tryOut = (body: object, token = beta.people.admin.token) =>
    world.send('post', '/roles/effect', token).send(body);
  const namesOf = (body: { approvers: { name: string }[] }): string[] => body.approvers.map(({ name }) => name);

  beforeAll(async () => {
    beta = await world.workspace('business', true);
    ada = new RolesApi(world, beta.people.admin.token);
    ({ id: roleId } = await ada.created(drafting));
  });

  it('is asked by any member, for a model or a sync by its ends', async () => {
    const { body } = await get(`kind=sync&sourceId=${SOURCE}&destinationId=${DESTINATION}`).expect(200);
    expect(body).toMatchObject({
      saveOptions: { actions: ['submit', 'save_draft'], code: null },
      view: true,
      approve: false,
      run: false,
      preview: true,
      withoutEffect: [{ path: '/destinations/0/syncs', reason: 'weaker-counterpart' }],
    });
    expect(namesOf(body)).toEqual(approving);
    expect(body.approvers[0]).toEqual({ memberId: beta.people.admin.id, name: 'Admin', roleName: 'Admin' });
    const model = (await get(`kind=model&sourceId=${SOURCE.toUpperCase()}`).expect(200)).body;
    expect(model).toMatchObject({ saveOptions: { actions: ['submit', 'save_draft'] }, approve: true, run: false });
  });

  it('is, without ends, what it comes to where nothing is named', async () => {
    expect((await get('kind=model').expect(200)).body).toMatchObject({
      saveOptions: { actions: [], code: 'rights.missing' },
      view: false,
      approve: false,
      preview: false,
    });
  });

  it('names approvers by the roles they have now, and no one who is not active', async () => {
    const erin = beta.people['workspace-editor'];
    await ada.assign(erin, roleId);
    expect(namesOf((await get(`kind=model&sourceId=${SOURCE}`)).body)).toContain('Workspace editor');
    expect(namesOf((await get('kind=model')).body)).not.toContain('Workspace editor');
    expect((await ada.change(erin, { active: false })).status).toBe(200);
    expect(namesOf((await get(`kind=model&sourceId=${SOURCE}`)).body)).not.toContain('Workspace editor');
  });

  it('depends on the settings of the workspace', async () => {
    const { token, id } = world.acme.people.admin;
    const drafts = builtInRoleId(world.acme.workspaceId, 'workspace-draft-editor');
    const { body } = await world.send('get', `/roles/${drafts}/effect?kind=sync`, token).expect(200);
    expect(body.saveOptions).toEqual({ actions: [], code: 'approvals.disabled-for-draft-role' });
    expect(body.approvers).toContainEqual({ memberId: id, name: 'Admin', roleName: 'Admin' });
  });

  it('can be tried out before the role is saved', async () => {
    const { workspace, sources } = roleContent();
    const role = { workspace, sources, destinations: [onDestination('all', { approve: true })] };
    const { body } = await tryOut({ role, kind: 'sync', sourceId: SOURCE, destinationId: DESTINATION }).expect(200);
    expect(body).toMatchObject({
      saveOptions: { actions: [], code: 'rights.missing' },
      view: true,
      withoutEffect: [{ path: '/destinations/0/approve', reason: 'no-counterpart' }],
    });
    expect((await ada.list()).body.items).toHaveLength(10);
  });

  it('can be tried out as an edit: who has the role is judged by the edit', async () => {
    const sam = beta.people['sync-editor'];
    await ada.assign(sam, roleId);
    const role = { ...drafting, sources: [onSource('all', { models: 'draft' })] };
    const there = { kind: 'model', sourceId: SOURCE };
    expect(namesOf((await get(`kind=model&sourceId=${SOURCE}`)).body)).toContain('Sync editor');
    expect(namesOf((await tryOut({ ...there, role }).expect(200)).body)).toContain('Sync editor');
    expect(namesOf((await tryOut({ ...there, role, roleId }).expect(200)).body)).not.toContain('Sync editor');
  });

  it.each([
    ['without a kind', {}, '/kind'],
    ['of an unknown kind', { kind: 'audience' }, '/kind'],
    ['with an end that is no id', { kind: 'model', sourceId: 'all' }, '/sourceId'],
    ['with an unknown key', { kind: 'model', source: SOURCE }, ''],
    [
      'of a role that cannot be',
      { kind: 'model', role: roleContent({ sources: [onSource('all'), onSource('all')] }) },
      '/role/sources/1/scope',
    ],
  ])('is refused %s, field by field', async (_what, question, path) => {
    const expected = { code: 'input.invalid', fields: [{ path }] };
    expect(await tryOut({ role: drafting, ...question })).toMatchObject({ status: 422, body: expected });
    if ('role' in question) return;
    const query = new URLSearchParams(question as Record<string, string>).toString();
    expect(await get(query)).toMatchObject({ status: 422, body: expected });
  });
});
