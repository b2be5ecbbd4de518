import { PublicationApplied, type SyncContent } from '@imprimatur/contracts';
import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

describe('rebasing a sync', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let dana: Caller;
  let sourceId: string;
  let here: string;
  let there: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    dana = workspace.members['workspace-draft-editor'];
    sourceId = await world.connection(admin, 'sources');
    here = await world.connection(admin, 'destinations', 'here');
    there = await world.connection(admin, 'destinations', 'there');
  });
  afterAll(() => world.close());

  type Configuration = Partial<SyncContent['configuration']>;
  const mapped = (column: string, field = 'email') => ({
    mapping: [
      { column: 'id', field: 'external_id' },
      { column, field },
    ],
  });
  const save = (by: Caller, path: string, basedOn: object, action: string, content: object) =>
    world.call(by, 'post', `${path}/changes`, { content, basedOn, action }).expect(200);
  const rebase = (by: Caller, path: string, over: object = {}) =>
    world.call(by, 'post', `${path}/rebase`, { basedOn: { revision: 2 }, onto: { version: 2 }, ...over });
  const read = async (path: string) => (await world.call(admin, 'get', path).expect(200)).body as object;
  /** A sync on a model of its own, at `here`, whose draft by Dana went stale by a hotfix. */
  async function stale(draft: Configuration, hotfix: Configuration) {
    const { id: modelId } = await world.model(admin, sourceId);
    const { id } = await world.sync(admin, modelId, here);
    const path = `/syncs/${id}`;
    const content = (over: Configuration) => syncContent({ configuration: { modelId, destinationId: here, ...over } });
    await save(dana, path, { version: 1 }, 'save_draft', content(draft));
    await save(admin, path, { version: 1 }, 'publish_now', content(hotfix));
    return { path, modelId, content };
  }

  it('goes row by row through the mapping, and binds it to the model as it is now', async () => {
    const { path, modelId, content } = await stale(
      { mapping: [...mapped('email').mapping, { column: 'city', field: 'town' }] },
      { ...mapped('city'), object: 'crm.people' },
    );
    const active = modelContent({ query: 'select id, email, city from customers where active' });
    await save(admin, `/models/${modelId}`, { version: 1 }, 'save_draft', active);
    await rebase(dana, path).expect(200);
    expect(await read(path)).toMatchObject({
      draft: {
        ...{ revision: 4, baseVersion: 2, binding: { modelId, revision: 2, satisfiedBy: null } },
        content: content({
          object: 'crm.people',
          mapping: [...mapped('city').mapping, { column: 'city', field: 'town' }],
        }),
      },
    });
  });

  it('names the mapping row whose column the model does not have', async () => {
    const { path, modelId } = await stale(mapped('email', 'a/b'), { object: 'crm.people' });
    const columns = modelContent().columns.filter(({ name }) => name !== 'email');
    await save(admin, `/models/${modelId}`, { version: 1 }, 'save_draft', modelContent({ columns }));
    const invalid = [{ path: '/configuration/mapping/a~1b', code: 'sync.unknown-column' }];
    expect((await world.call(dana, 'get', `${path}/rebase`).expect(200)).body).toMatchObject({
      conflicts: [],
      invalid,
    });
    expect((await rebase(dana, path).expect(422)).body).toMatchObject({ code: 'rebase.invalid', fields: invalid });
    const resolutions = [{ path: '/configuration/mapping/a~1b', value: 'city' }];
    await rebase(dana, path, { resolutions }).expect(200);
  });

  it('that moves it is judged on where it is, where the draft goes and where the result goes', async () => {
    const { path } = await stale({ destinationId: there }, { object: 'crm.people' });
    const onlyHere = await scopedMember(world, workspace, { destinations: [here] });
    expect((await world.call(onlyHere, 'get', `${path}/rebase`).expect(404)).body).toMatchObject({
      code: 'draft.not-found',
    });
    expect((await rebase(onlyHere, path).expect(403)).body).toMatchObject({ code: 'rights.missing' });
    const third = await world.connection(admin, 'destinations', 'third');
    const both = await scopedMember(world, workspace, { destinations: [here, there] });
    const resolutions = [{ path: '/configuration/destinationId', value: third }];
    expect((await rebase(both, path, { resolutions }).expect(404)).body).toMatchObject({
      code: 'destination.not-found',
    });
    const looks = await scopedMember(world, workspace, {
      destinations: [here, there, { scope: third, syncs: 'none' }],
    });
    expect((await rebase(looks, path, { resolutions }).expect(403)).body).toMatchObject({ code: 'rights.missing' });
    expect((await rebase(both, path, { resolutions: [{ path: resolutions[0]!.path, value: 'x' }] })).status).toBe(422);
    await rebase(both, path).expect(200);
    expect(await read(path)).toMatchObject({ draft: { content: { configuration: { destinationId: there } } } });
  });

  it('names the models and destinations that a conflict is about', async () => {
    const { id: mine } = await world.model(admin, sourceId, { name: 'mine' });
    const { id: theirs } = await world.model(admin, sourceId, { name: 'theirs' });
    const { path, modelId } = await stale({ modelId: mine }, { modelId: theirs });
    const { body } = await world.call(dana, 'get', `${path}/rebase`).expect(200);
    expect(body).toMatchObject({
      conflicts: [{ path: '/configuration/modelId', label: 'Model', base: modelId, published: theirs, mine }],
      ends: [{ modelName: 'mine' }, { modelName: 'theirs' }, { modelName: 'customers' }],
    });
    await rebase(dana, path, { resolutions: [{ path: '/configuration/modelId', take: 'mine' }] }).expect(200);
    expect(await read(path)).toMatchObject({ draft: { binding: { modelId: mine, satisfiedBy: 1 } } });
  });

  it('is due where a hotfix moved it: those who drafted are told, as far as they may look there', async () => {
    const { path } = await stale({ object: 'crm.people' }, { destinationId: there });
    const [, hotfix] = await world.eventsOf(PublicationApplied, workspace.id, path.slice('/syncs/'.length));
    expect(hotfix?.data.madeStale).toMatchObject([
      {
        ...{ contributors: [dana.id], requestId: null },
        ends: [{ destinationId: here, destinationName: 'here' }, { destinationId: there }],
      },
    ]);
  });

  it('is refused to who may not view the version that the draft started from', async () => {
    const { path } = await stale({ destinationId: there, object: 'crm.people' }, { destinationId: there });
    const onlyThere = await scopedMember(world, workspace, { destinations: [there] });
    await world.call(onlyThere, 'get', `${path}/compare?from=2&to=draft`).expect(200);
    for (const call of [world.call(onlyThere, 'get', `${path}/rebase`), rebase(onlyThere, path)])
      expect((await call.expect(404)).body).toMatchObject({ code: 'version.not-found' });
    await rebase(dana, path).expect(200);
    await rebase(onlyThere, path).expect(412);
  });
});
