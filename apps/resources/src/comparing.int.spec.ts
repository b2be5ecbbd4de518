import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

describe('comparing', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let sourceId: string;
  let destinationId: string;
  let elsewhere: string;
  let model: { path: string; id: string };
  let sync: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace({ timeZone: 'Asia/Tokyo' });
    admin = workspace.members.admin;
    sourceId = await world.connection(admin, 'sources');
    destinationId = await world.connection(admin, 'destinations', 'CRM');
    elsewhere = await world.connection(admin, 'destinations', 'elsewhere');
    const { id } = await world.model(admin, sourceId);
    model = { id, path: `/models/${id}` };
    const query = 'select id, email, city\nfrom customers\nwhere active';
    await save(model.path, { version: 1 }, 'publish_now', modelContent({ query }));
    await save(model.path, { version: 2 }, 'save_draft', modelContent({ query: `${query}\nlimit 10` }));
    sync = `/syncs/${(await world.sync(admin, id, destinationId)).id}`;
    const configuration = { modelId: id, destinationId: elsewhere };
    const schedule = { kind: 'interval', every: 6, unit: 'hours', timeZone: 'UTC' } as const;
    await save(sync, { version: 1 }, 'save_draft', syncContent({ configuration, schedule }));
  });
  afterAll(() => world.close());

  const save = (path: string, basedOn: object, action: string, content: object) =>
    world.call(admin, 'post', `${path}/changes`, { content, basedOn, action }).expect(200);
  const compare = (path: string, from: unknown, to: unknown, by = admin) =>
    world.call(by, 'get', `${path}/compare?from=${String(from)}&to=${String(to)}`);

  it('takes any two of the versions and the draft, in either direction', async () => {
    const lines = async (from: unknown, to: unknown): Promise<unknown> =>
      ((await compare(model.path, from, to).expect(200)).body as { changes: unknown[] }).changes;
    expect(await lines(1, 2)).toMatchObject([{ kind: 'query', added: 3, removed: 1 }]);
    expect(await lines(2, 1)).toMatchObject([{ kind: 'query', added: 1, removed: 3 }]);
    expect(await lines(2, 'draft')).toMatchObject([{ kind: 'query', added: 1, removed: 0 }]);
    expect(await lines('draft', 'draft')).toEqual([]);
    expect((await compare(model.path, 1, 'draft').expect(200)).body).toMatchObject({
      from: { version: 1, revision: 1 },
      to: { version: null, revision: 3 },
    });
  });

  it('goes field by field through a sync, with names, and the next runs as the workspace’s clocks show them', async () => {
    const { body } = await compare(sync, 1, 'draft').expect(200);
    expect((body as { changes: unknown[] }).changes).toMatchObject([
      {
        ...{ kind: 'field', path: '/configuration/destinationId', label: 'Destination' },
        ...{ before: destinationId, after: elsewhere, beforeName: 'CRM', afterName: 'elsewhere' },
      },
      { kind: 'schedule', before: 'only when started by hand', after: 'every 6 hours' },
    ]);
    const [, schedule] = (body as { changes: { timeZone: string; nextRuns: string[]; localRuns: string[] }[] }).changes;
    expect(schedule?.timeZone).toBe('Asia/Tokyo');
    const local = (run: string): string => new Date(Date.parse(run) + 9 * 3_600_000).toISOString();
    expect(schedule?.localRuns.map((run) => run.slice(0, 16))).toEqual(
      schedule?.nextRuns.map((run) => local(run).slice(0, 16).replace('T', ' ')),
    );
    expect(schedule?.localRuns).toHaveLength(5);
  });

  it('knows no version, draft or resource that is not there, or that the member may not view', async () => {
    expect((await compare(model.path, 1, 9).expect(404)).body).toMatchObject({ code: 'version.not-found' });
    const onlyHere = await scopedMember(world, workspace, { destinations: [destinationId] });
    expect((await compare(sync, 1, 'draft', onlyHere).expect(404)).body).toMatchObject({ code: 'draft.not-found' });
    await compare(sync, 1, 1, onlyHere).expect(200);
    const nowhere = await scopedMember(world, workspace, { sources: [] });
    expect((await compare(sync, 1, 1, nowhere).expect(404)).body).toMatchObject({ code: 'sync.not-found' });
    for (const [from, to] of [
      [0, 1],
      ['published', 1],
      [1, ''],
    ])
      await compare(model.path, from, to).expect(422);
  });
});
