import { type BuiltInRoleKey, builtInRoles } from '@imprimatur/abilities';
import type { Test } from 'supertest';
import { builtInRoleId } from './domain/role.ts';
import { identityWorld } from './testing/identity-world.fixture.ts';
import { onDestination, onSource, roleContent, SOURCE } from './testing/role-content.fixture.ts';
import { RolesApi } from './testing/roles-api.fixture.ts';

const world = identityWorld();
const ada = (): RolesApi => new RolesApi(world, world.acme.people.admin.token);
const builtIn = (key: BuiltInRoleKey): string => builtInRoleId(world.acme.workspaceId, key);
const exceeding = (...rights: string[]) => ({
  status: 403,
  body: { code: 'role.exceeds-own', details: { exceeding: rights } },
});

describe('whoever does not hold the right `roles`', () => {
  const others = builtInRoles.map(({ key }) => key).filter((key) => key !== 'admin');
  const calls: Record<string, (api: RolesApi, token: string) => Test> = {
    create: (api) => api.create(roleContent({ name: 'Nobody’s' })),
    edit: (api) => api.edit(builtIn('workspace-viewer'), 1, roleContent()),
    duplicate: (api) => api.duplicate(builtIn('workspace-viewer')),
    delete: (api) => api.delete(builtIn('workspace-viewer'), 1),
    'try out': (_api, token) => world.send('post', '/roles/effect', token).send({ kind: 'model', role: {} }),
  };

  it.each(others)('changes none, but reads them: %s', async (key) => {
    const { token } = world.acme.people[key];
    const api = new RolesApi(world, token);
    for (const [call, send] of Object.entries(calls)) {
      expect([call, await send(api, token)]).toMatchObject([call, { status: 403, body: { code: 'rights.missing' } }]);
    }
    expect((await api.list().expect(200)).body.items).toHaveLength(9);
    await api.read(builtIn('admin')).expect(200);
  });

  it('must at least be signed in', async () => {
    for (const path of ['/roles', `/roles/${builtIn('admin')}`, `/roles/${builtIn('admin')}/effect?kind=model`]) {
      expect(await world.send('get', path)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
    }
  });
});

describe('nobody grants what they do not hold', () => {
  /** Looks after roles and members; publishes models on one source, drafts them elsewhere. */
  const keeping = roleContent({
    name: 'Keeper',
    workspace: { roles: true, members: true },
    sources: [onSource('all', { models: 'draft' }), onSource(SOURCE, { models: 'publish', approve: true })],
  });
  const kim = () => world.acme.people['workspace-viewer'];
  const keeper = (): RolesApi => new RolesApi(world, kim().token);
  let keeperRole: { id: string; version: number };

  beforeAll(async () => {
    keeperRole = await ada().created(keeping);
    await ada().assign(kim(), keeperRole.id);
  });

  it('on creating: neither on the workspace, nor on any source or destination', async () => {
    const wanted = roleContent({
      name: 'Too much',
      workspace: { settings: true, roles: true },
      sources: [onSource('all', { models: 'publish' }), onSource(SOURCE, { configure: true, models: 'publish' })],
      destinations: [onDestination(SOURCE, { run: true })],
    });
    expect(await keeper().create(wanted)).toMatchObject(
      exceeding(
        'workspace.settings',
        'sources.all.models',
        `sources.${SOURCE}.configure`,
        `destinations.${SOURCE}.run`,
      ),
    );
    const held = { ...wanted, workspace: keeping.workspace, sources: keeping.sources, destinations: [] };
    await keeper().create(held).expect(201);
  });

  it('on duplicating', async () => {
    const answer = await keeper().duplicate(builtIn('workspace-draft-editor'));
    expect(answer).toMatchObject(
      exceeding(
        'workspace.audiences',
        'workspace.journeys',
        'sources.all.syncs',
        `sources.${SOURCE}.syncs`,
        'destinations.all.syncs',
      ),
    );
    await keeper().duplicate(keeperRole.id).expect(201);
  });

  it('on editing: to take away is free, to add takes the whole role', async () => {
    const full = { configure: true, models: 'publish', syncs: 'publish', approve: true, run: true } as const;
    const powerful = roleContent({
      name: 'Powerful',
      workspace: { settings: true },
      sources: [onSource('all', full), onSource(SOURCE)],
    });
    const { id } = await ada().created(powerful);
    await keeper()
      .edit(id, 1, { ...powerful, name: 'Powerful still' })
      .expect(200);
    const lacking = [
      'workspace.settings',
      ...['configure', 'models', 'syncs', 'approve', 'run'].map((r) => `sources.all.${r}`),
    ];
    const unrestricted = { ...powerful, sources: [onSource('all', full)] };
    expect(await keeper().edit(id, 2, unrestricted)).toMatchObject(
      exceeding(...lacking, ...['configure', 'syncs', 'run'].map((right) => `sources.${SOURCE}.${right}`)),
    );
    const withOwn = { ...powerful, sources: [powerful.sources[0]!, keeping.sources[1]!] };
    expect(await keeper().edit(id, 2, withOwn)).toMatchObject(exceeding(...lacking));
    const less = { ...powerful, sources: [onSource('all', { ...full, run: false }), onSource(SOURCE)] };
    await keeper().edit(id, 2, less).expect(200);
    expect(await keeper().edit(id, 3, powerful)).toMatchObject(exceeding(...lacking));
    await keeper()
      .edit(id, 3, { ...keeping, name: 'Powerful no more' })
      .expect(200);
  });

  it('on editing the role one has oneself', async () => {
    const more = { ...keeping, workspace: { ...keeping.workspace, settings: true } };
    expect(await keeper().edit(keeperRole.id, 1, more)).toMatchObject(exceeding('workspace.settings'));
  });

  it('on assigning, to others and to oneself', async () => {
    const { id } = await ada().created(roleContent({ name: 'Settings', workspace: { settings: true } }));
    const refused = exceeding('workspace.settings');
    expect(await keeper().assign(world.acme.people['audience-editor'], id)).toMatchObject(refused);
    expect(await keeper().assign(kim(), id)).toMatchObject(refused);
    expect((await keeper().assign(world.acme.people['audience-editor'], keeperRole.id)).status).toBe(200);
  });

  it('and an edit counts from the moment it is made', async () => {
    const { id, version } = await ada().created(roleContent({ name: 'Fading', workspace: { roles: true } }));
    const max = world.acme.people['source-admin'];
    await ada().assign(max, id);
    const api = new RolesApi(world, max.token);
    await api.create(roleContent({ name: 'By Max' })).expect(201);
    await ada()
      .edit(id, version, roleContent({ name: 'Faded' }))
      .expect(200);
    expect(await api.create(roleContent({ name: 'By Max again' }))).toMatchObject({
      status: 403,
      body: { code: 'rights.missing' },
    });
  });
});

describe('the last Admin', () => {
  it('cannot leave for a copy of the role: the copy can be edited, Admin cannot', async () => {
    const { id } = (await ada().duplicate(builtIn('admin')).expect(201)).body as { id: string };
    const lastAdmin = { status: 409, body: { code: 'member.last-admin' } };
    expect(await ada().assign(world.acme.people.admin, id)).toMatchObject(lastAdmin);
    expect((await ada().assign(world.acme.people['sync-editor'], id)).status).toBe(200);
    expect(await ada().assign(world.acme.people.admin, id)).toMatchObject(lastAdmin);
    const second = new RolesApi(world, world.acme.people['sync-editor'].token);
    expect((await second.assign(world.acme.people['sync-editor'], builtIn('admin'))).status).toBe(200);
    expect((await second.assign(world.acme.people.admin, id)).status).toBe(200);
  });
});

describe('a role of another workspace', () => {
  it('is not there: neither to read, nor to change, nor to ask about', async () => {
    const other = await world.workspace();
    const stranger = new RolesApi(world, other.people.admin.token);
    const { id } = await stranger.created(roleContent({ name: 'Theirs' }));
    const acme = await world.workspace();
    const { token } = acme.people.admin;
    const api = new RolesApi(world, token);
    const member = acme.people['audience-editor'];
    const calls = [
      api.read(id),
      api.edit(id, 1, roleContent()),
      api.duplicate(id),
      api.delete(id, 1),
      world.send('get', `/roles/${id}/effect?kind=model`, token),
      api.assign(member, id),
    ];
    for (const call of calls) expect(await call).toMatchObject({ status: 404, body: { code: 'role.not-found' } });
    expect((await api.list()).body.items).toHaveLength(9);
    await api.created(roleContent({ name: 'Theirs' }));
    expect((await stranger.read(id).expect(200)).body.version).toBe(1);
  });
});
