import { type BuiltInRoleKey, builtInRoles } from '@imprimatur/abilities';
import { derivedId } from '@imprimatur/kernel';
import type { Test } from 'supertest';
import { builtInRolesOf } from './domain/role.ts';
import { RolesRepository } from './persistence/roles.repository.ts';
import { identityWorld, type Person } from './testing/identity-world.fixture.ts';

const world = identityWorld();

describe('every mutation, as every built-in role', () => {
  const victim = (): Person => world.acme.people['audience-editor'];
  const viewer = (): string => derivedId(world.acme.workspaceId, 'workspace-viewer');
  const mutations: Record<string, (token?: string) => Test> = {
    'change the settings': (token) =>
      world.send('patch', '/workspace/settings', token).set('if-match', '"1"').send({ requiredApprovals: 1 }),
    'add a member': (token) =>
      world.send('post', '/members', token).send({ name: 'New', email: 'new@rights.example.com', roleId: viewer() }),
    'make oneself Admin': (token) =>
      world
        .send('patch', `/members/${victim().id}`, token)
        .set('if-match', '"0"')
        .send({ roleId: derivedId(world.acme.workspaceId, 'admin') }),
    'remove a member': (token) => world.send('delete', `/members/${victim().id}`, token).set('if-match', '"1"'),
  };
  const others = builtInRoles.map(({ key }) => key).filter((key): key is BuiltInRoleKey => key !== 'admin');

  describe.each(Object.keys(mutations))('to %s', (name) => {
    it.each(others)('is refused to %s', async (key) => {
      expect(await mutations[name]!(world.acme.people[key].token)).toMatchObject({
        status: 403,
        body: { code: 'rights.missing' },
      });
    });

    it('takes a sign-in', async () => {
      expect(await mutations[name]!()).toMatchObject({ status: 401, body: { code: 'session.missing' } });
    });
  });

  it('left everything as it was', async () => {
    const { body } = await world.send('get', '/members', world.acme.people.admin.token).expect(200);
    expect(body.items.map((m: { version: number }) => m.version)).toEqual(Array<number>(9).fill(1));
  });

  it('is open to the Admin', async () => {
    const statuses: Record<string, number> = {};
    for (const [name, send] of Object.entries(mutations))
      statuses[name] = (await send(world.acme.people.admin.token)).status;
    expect(statuses).toEqual({
      'change the settings': 200,
      'add a member': 201,
      'make oneself Admin': 412,
      'remove a member': 204,
    });
  });
});

describe('nobody grants what they do not hold', () => {
  it('holds for a custom role that may look after members and nothing else', async () => {
    const acme = await world.workspace();
    const { id, token } = acme.people['workspace-viewer'];
    const roleOf = (key: BuiltInRoleKey): string => derivedId(acme.workspaceId, key);
    const [viewer] = builtInRolesOf(acme.workspaceId).filter((role) => role.builtIn === 'workspace-viewer');
    const workspace = { ...viewer!.document.workspace, members: true };
    const document = { ...viewer!.document, id: derivedId('keeper'), name: 'Keeper', workspace };
    const keeper = { ...viewer!, id: document.id, builtIn: null, document };
    await new RolesRepository().insert(world.service.dataSource.manager, [keeper]);
    await world
      .send('patch', `/members/${id}`, acme.people.admin.token)
      .set('if-match', '"1"')
      .send({ roleId: derivedId('keeper') })
      .expect(200);
    const add = (key: BuiltInRoleKey) =>
      world.send('post', '/members', token).send({ name: key, email: `${key}@new.example.com`, roleId: roleOf(key) });
    await add('workspace-viewer').expect(201);
    const refused = { status: 403, body: { code: 'role.exceeds-own' } };
    expect(await add('admin')).toMatchObject(refused);
    expect(await add('workspace-draft-editor')).toMatchObject(refused);
    const promote = world
      .send('patch', `/members/${id}`, token)
      .set('if-match', '"2"')
      .send({ roleId: roleOf('admin') });
    expect(await promote).toMatchObject(refused);
  });
});
