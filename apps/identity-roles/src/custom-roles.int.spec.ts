import { builtInRoles } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { builtInRoleId } from './domain/role.ts';
import { identityWorld } from './testing/identity-world.fixture.ts';
import { onDestination, onSource, roleContent, SOURCE } from './testing/role-content.fixture.ts';
import { RolesApi } from './testing/roles-api.fixture.ts';

const world = identityWorld();
const ada = (): RolesApi => new RolesApi(world, world.acme.people.admin.token);
const builtIn = (key: Parameters<typeof builtInRoleId>[1]): string => builtInRoleId(world.acme.workspaceId, key);
const problem = (status: number, code: string, more: object = {}) => ({ status, body: { code, ...more } });
const stateOf = async (id: string) =>
  (await world.events(world.acme.workspaceId))
    .filter(({ type, subject }) => type.includes('role.state') && subject === id)
    .map(({ data }) => data);

describe('a custom role', () => {
  it('is created with what was written, announced, and listed after the built-in ones', async () => {
    const content = roleContent({ name: '  Zoe’s role ', sources: [onSource(SOURCE, { models: 'draft' })] });
    const { body, headers } = await ada().create(content).expect(201);
    const document = { ...content, id: body.id as string, name: 'Zoe’s role', builtIn: false };
    expect(body).toEqual({ ...document, version: 1, memberCount: 0, withoutEffect: [] });
    expect(headers.etag).toBe('"1"');
    expect(await stateOf(document.id)).toEqual([
      { id: document.id, workspaceId: world.acme.workspaceId, seq: 1, deleted: false, role: document },
    ]);
    const { items } = (await ada().list().expect(200)).body as { items: { name: string; memberCount: number }[] };
    expect(items.map(({ name }) => name)).toEqual([...builtInRoles.map((role) => role.document.name), 'Zoe’s role']);
    expect(items.map(({ memberCount }) => memberCount)).toEqual([...Array<number>(9).fill(1), 0]);
    expect((await ada().read(document.id).expect(200)).body).toEqual(body);
  });

  it('may name 500 sources and as many destinations', async () => {
    const ids = Array.from({ length: 500 }, () => newId());
    const sources = ids.map((id) => onSource(id, { models: 'publish', approve: true }));
    const destinations = ids.map((id) => onDestination(id, { syncs: 'draft' }));
    const { id } = await ada().created(roleContent({ name: 'Large', sources, destinations }));
    expect(await stateOf(id)).toMatchObject([{ seq: 1, role: { sources, destinations } }]);
    await ada().delete(id, 1).expect(204);
  });

  it('is created once, however often the same command arrives', async () => {
    const send = () =>
      ada()
        .create(roleContent({ name: 'Once' }))
        .set('idempotency-key', 'once');
    const [first, again] = [await send().expect(201), await send().expect(201)];
    expect(again.body).toEqual(first.body);
  });

  it.each<[string, object, [path: string, code: string][]]>([
    ['no name', { name: ' ' }, [['/name', 'too_small']]],
    [
      'an unknown right',
      { workspace: { ...roleContent().workspace, billing: true } },
      [['/workspace', 'unrecognized_keys']],
    ],
    [
      'a right left out',
      { workspace: { settings: true } },
      ['members', 'roles', 'audiences', 'journeys', 'auditLog'].map((right) => [`/workspace/${right}`, 'invalid_type']),
    ],
    ['an id of its own', { id: newId() }, [['', 'unrecognized_keys']]],
    ['a scope that is no id', { sources: [onSource('some')] }, [['/sources/0/scope', 'invalid_format']]],
    [
      'an unknown level',
      { sources: [{ ...onSource('all'), models: 'all' }] },
      [['/sources/0/models', 'invalid_value']],
    ],
    [
      'models on a destination',
      { destinations: [{ ...onDestination('all'), models: 'draft' }] },
      [['/destinations/0', 'unrecognized_keys']],
    ],
    ['501 sources', { sources: Array.from({ length: 501 }, () => onSource(newId())) }, [['/sources', 'too_big']]],
    [
      'one scope twice',
      { sources: [onSource(SOURCE), onSource(SOURCE.toUpperCase())] },
      [['/sources/1/scope', 'scope-twice']],
    ],
    [
      'a right without view',
      { destinations: [onDestination('all', { view: false, run: true })] },
      [['/destinations/0/run', 'view-missing']],
    ],
  ])('is refused with %s', async (_what, over, fields) => {
    const expected = fields.map(([path, code]) => expect.objectContaining({ path, code }));
    const refused = problem(422, 'input.invalid', { fields: expected });
    expect(await ada().create({ ...roleContent({ name: 'Refused' }), ...over })).toMatchObject(refused);
    const { id } = await ada().created(roleContent({ name: `To edit ${newId()}` }));
    expect(await ada().edit(id, 1, { ...roleContent({ name: 'Refused' }), ...over })).toMatchObject(refused);
  });

  it('is edited as a whole, by who saw the last version', async () => {
    const { id } = await ada().created(roleContent({ name: 'Edited' }));
    const content = roleContent({ name: 'Edited twice', sources: [onSource('all', { run: true })] });
    const { body, headers } = await ada().edit(id, 1, content).expect(200);
    expect([body.version, headers.etag]).toEqual([2, '"2"']);
    expect(body.withoutEffect).toEqual([{ path: '/sources/0/run', reason: 'no-counterpart' }]);
    expect(await ada().edit(id, 1, content)).toMatchObject(problem(412, 'role.stale', { details: { version: 2 } }));
    await ada().edit(id, 2, content).expect(200).expect('etag', '"2"');
    expect((await stateOf(id)).map(({ seq, role }) => [seq, (role as { name: string }).name])).toEqual([
      [1, 'Edited'],
      [2, 'Edited twice'],
    ]);
    const unseen = world.send('put', `/roles/${id}`, world.acme.people.admin.token).send(content);
    expect(await unseen).toMatchObject(problem(428, 'precondition.required'));
  });

  it('has a name of its own, whatever its case, among the roles that are there', async () => {
    const taken = problem(409, 'role.name-taken');
    const { id } = await ada().created(roleContent({ name: 'Own name' }));
    expect(await ada().create(roleContent({ name: 'OWN NAME' }))).toMatchObject(taken);
    expect(await ada().create(roleContent({ name: 'admin' }))).toMatchObject(taken);
    expect(await ada().duplicate(id, { name: 'own name' })).toMatchObject(taken);
    const other = await ada().created(roleContent({ name: 'Other name' }));
    expect(await ada().edit(other.id, 1, roleContent({ name: 'Own Name' }))).toMatchObject(taken);
    await ada().delete(id, 1).expect(204);
    await ada()
      .edit(other.id, 1, roleContent({ name: 'Own Name' }))
      .expect(200);
  });

  it('can be made of another one, built-in or not', async () => {
    const { body } = await ada().duplicate(builtIn('source-admin')).expect(201);
    const original = builtInRoles.find(({ key }) => key === 'source-admin')!.document;
    expect(body).toMatchObject({ ...original, name: 'Source admin copy', builtIn: false, version: 1, memberCount: 0 });
    expect((await ada().duplicate(builtIn('source-admin'))).body.name).toBe('Source admin copy 2');
    const renamed = await ada()
      .duplicate(body.id as string, { name: 'Keeper of sources' })
      .expect(201);
    expect(renamed.body).toMatchObject({ ...original, name: 'Keeper of sources', builtIn: false });
    expect(await stateOf(renamed.body.id as string)).toMatchObject([{ seq: 1, role: { name: 'Keeper of sources' } }]);
  });

  it('is deleted once no member has it; it grants nothing then, and cannot be assigned', async () => {
    const { id } = await ada().created(roleContent({ name: 'Brief', workspace: { members: true } }));
    const dana = world.acme.people['workspace-draft-editor'];
    expect((await ada().assign(dana, id)).status).toBe(200);
    expect((await ada().read(id)).body.memberCount).toBe(1);
    const members = [{ id: dana.id, name: 'Workspace draft editor' }];
    const assigned = problem(409, 'role.assigned', { details: { members, memberCount: 1 } });
    expect(await ada().delete(id, 1)).toMatchObject(assigned);
    await ada().assign(dana, builtIn('workspace-draft-editor'));
    expect(await ada().delete(id, 2)).toMatchObject(problem(412, 'role.stale'));
    await ada().delete(id, 1).expect(204);
    expect((await stateOf(id)).at(-1)).toMatchObject({
      seq: 2,
      deleted: true,
      role: { workspace: { members: false }, sources: [], destinations: [] },
    });
    const gone = problem(404, 'role.not-found');
    expect(await ada().read(id)).toMatchObject(gone);
    expect(await ada().delete(id, 2)).toMatchObject(gone);
    expect(await ada().edit(id, 2, roleContent())).toMatchObject(gone);
    expect(await ada().assign(dana, id)).toMatchObject(gone);
  });

  it('cannot be deleted while somebody who is not active has it', async () => {
    const { id } = await ada().created(roleContent({ name: 'Resting' }));
    const resting = world.acme.people['source-admin'];
    await ada().assign(resting, id);
    expect((await ada().change(resting, { active: false })).status).toBe(200);
    expect(await ada().delete(id, 1)).toMatchObject(problem(409, 'role.assigned'));
  });
});

describe('a built-in role', () => {
  it('is neither edited nor deleted', async () => {
    const id = builtIn('workspace-viewer');
    expect(await ada().edit(id, 1, roleContent())).toMatchObject(problem(409, 'role.built-in'));
    expect(await ada().delete(id, 1)).toMatchObject(problem(409, 'role.built-in'));
  });
});
