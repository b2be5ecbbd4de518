import { eventually, modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { DraftSubmitted } from '@imprimatur/contracts';
import request from 'supertest';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';

describe('bad input', () => {
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

  const post = (body: Record<string, unknown>) =>
    world.call(workspace.members.admin, 'post', '/models', {
      ...{ name: 'm', sourceId, content: modelContent(), action: 'save_draft' },
      ...body,
    });

  it.each<[string, Record<string, unknown>, string]>([
    ['a name of white space', { name: '  ' }, '/name'],
    ['an unknown action', { action: 'approve' }, '/action'],
    ['an unknown key', { version: 7 }, ''],
    ['a source that is no id', { sourceId: 'x' }, '/sourceId'],
    ['a content without a query', { content: { ...modelContent(), query: undefined } }, '/content/query'],
    ['a submission to nobody', { action: 'submit' }, '/reviewers'],
    ['a null character', { content: modelContent({ query: `select '\0'` }) }, '/content/query'],
    ['half a surrogate', { comment: '\ud800' }, '/comment'],
    [
      'a key that cannot be kept',
      { content: { ...modelContent(), configuration: { primaryKey: 'id', options: { 'a\0': 1 } } } },
      '/content/configuration/options',
    ],
  ])('is named by its field: %s', async (_, body, path) => {
    const { status, body: problem } = await post(body);
    expect([status, problem]).toEqual([422, expect.objectContaining({ code: 'input.invalid' })]);
    const { fields } = problem as { fields: { path: string }[] };
    expect(fields.map((field) => field.path)).toContain(path);
  });

  it('is refused as such when it is no JSON, or too much of it', async () => {
    const raw = (text: string) =>
      request(world.service.app.getHttpServer())
        .post('/api/v1/models')
        .set('content-type', 'application/json')
        .send(text);
    expect((await raw('{"name": ')).body).toMatchObject({ status: 400, code: 'input.malformed' });
    const long = modelContent({ query: `select '${'x'.repeat(300_000)}'` });
    expect((await post({ content: long })).body).toMatchObject({ status: 413, code: 'input.too-large' });
  });

  it('is a request without a token', async () => {
    const { status, body } = await request(world.service.app.getHttpServer()).get('/api/v1/models');
    expect([status, body]).toEqual([401, expect.objectContaining({ code: 'session.missing' })]);
  });

  it('is a schedule that cannot be followed', async () => {
    const { id } = await world.model(workspace.members.admin, sourceId);
    const schedule = { kind: 'cron', expression: '61 25 * * *', timeZone: 'UTC' } as const;
    const content = syncContent({ configuration: { modelId: id, destinationId }, schedule });
    const body = { name: 's', content, action: 'save_draft' };
    const refused = await world.call(workspace.members.admin, 'post', '/syncs', body).expect(422);
    expect(refused.body).toMatchObject({
      ...{ code: 'schedule.invalid', fields: [{ path: '/content/schedule/expression' }] },
    });
  });

  it('is a request of more than an event may hold', async () => {
    const { admin } = workspace.members;
    const items: { resourceId: string; revision: number }[] = [];
    for (let made = 0; made < 9; made++) {
      const content = modelContent({ query: `select id, email, city from customers -- ${'x'.repeat(95_000)}` });
      const { id } = await world.model(admin, sourceId, { content, action: 'save_draft' });
      items.push({ resourceId: id, revision: 1 });
    }
    const submit = (of: typeof items) =>
      world.call(admin, 'post', '/change-sets', { action: 'submit', items: of, reviewers: [admin.id] });
    expect((await submit(items)).body).toMatchObject({ status: 413, code: 'change-set.too-large' });
    const read = await world.call(admin, 'get', `/models/${items[0]!.resourceId}`);
    expect(read.body).toMatchObject({ draft: { state: 'editing' } });
    const { requestId } = (await submit(items.slice(0, 5)).expect(202)).body as { requestId: string };
    expect(await world.eventsOf(DraftSubmitted, workspace.id, requestId)).toHaveLength(1);
  });

  it('is refused while rights cannot be confirmed: what makes something live or takes it away', async () => {
    const { admin } = workspace.members;
    const { id } = await world.model(admin, sourceId);
    const items = [{ resourceId: id, revision: 1 }];
    await world.identity.stop();
    await eventually(async () => expect(await world.service.bus.freshness.behind(workspace.id)).toBe(true));
    const refused = [
      await post({ action: 'publish_now' }),
      await world.call(admin, 'post', `/models/${id}/changes`, {
        content: modelContent(),
        basedOn: { version: 1 },
        action: 'publish_now',
      }),
      await world.call(admin, 'post', '/change-sets', { action: 'publish_now', items }),
      await world.call(admin, 'delete', `/models/${id}`),
      await world.call(admin, 'delete', `/models/${id}/draft`, undefined, 1),
      await world.call(admin, 'delete', `/sources/${sourceId}`),
    ];
    for (const { status, body, headers } of refused)
      expect([status, body, headers['retry-after']]).toEqual([
        503,
        expect.objectContaining({ code: 'rights.unconfirmed' }),
        expect.any(String),
      ]);
    await post({ action: 'save_draft' }).expect(201);
  });
});
