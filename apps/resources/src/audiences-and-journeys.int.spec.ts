import { builtInRoles } from '@imprimatur/abilities';
import {
  AudienceState,
  DraftReleased,
  DraftSubmitted,
  JourneyState,
  RequestDraftDeleted,
  ResourceDeleted,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { modelContent, type SeededWorkspace } from '@imprimatur/testing';
import { resnapshotResources } from './index.ts';
import { decisionOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

interface Live {
  id: string;
  version: number;
}

describe('audiences and journeys', () => {
  let world: ResourcesWorld;
  let [workspace, foreign]: SeededWorkspace[] = [];
  let admin: Caller;
  let sourceId: string;
  let destinationId: string;
  let modelId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    foreign = await world.workspace();
    admin = workspace.members.admin;
    sourceId = await world.connection(admin, 'sources');
    destinationId = await world.connection(admin, 'destinations');
    modelId = (await world.model(admin, sourceId)).id;
  });
  afterAll(() => world.close());

  const condition = (column: string) => ({ column, operator: 'equals', value: 'x' });
  const audienceBody = (over: object = {}, name = 'in the city') => ({
    ...{ name, content: { modelId, conditions: [condition('city')], ...over } },
  });
  const enter = (id: string) => ({ kind: 'enter_destination', destinationId: id, object: 'contacts' });
  const journeyBody = (audienceId: string, destinations = [destinationId], name = 'welcome') => ({
    ...{
      name,
      content: { audienceId, steps: [{ kind: 'wait', amount: 1, unit: 'days' }, ...destinations.map(enter)] },
    },
  });
  const audience = async (over: object = {}, by = admin): Promise<Live> =>
    (await world.call(by, 'post', '/audiences', audienceBody(over)).expect(201)).body as Live;
  const journey = async (audienceId: string, destinations = [destinationId], by = admin): Promise<Live> =>
    (await world.call(by, 'post', '/journeys', journeyBody(audienceId, destinations)).expect(201)).body as Live;
  const answerTo = async (...call: Parameters<ResourcesWorld['call']>): Promise<[number, string | undefined]> => {
    const { status, body } = await world.call(...call);
    return [status, (body as { code?: string }).code];
  };
  const names = async (by: Caller, path: string): Promise<string[]> => {
    const { body } = await world.call(by, 'get', path).expect(200);
    return (body as { items: { name: string }[] }).items.map(({ name }) => name);
  };

  it.each(builtInRoles)('are for the role that names them, approvals on or off: $key', async ({ key, document }) => {
    const by = workspace!.members[key];
    const made = await audience();
    for (const requireApprovals of [true, false]) {
      await world.setting(workspace!.id, { requireApprovals });
      const expected = (status: number, holds: boolean) => (holds ? status : 403);
      const { audiences, journeys } = document.workspace;
      const [created] = await answerTo(by, 'post', '/audiences', audienceBody());
      expect(created).toBe(expected(201, audiences));
      expect((await answerTo(by, 'post', '/journeys', journeyBody(made.id)))[0]).toBe(expected(201, journeys));
      const { body } = await world.call(by, 'get', `/audiences/${made.id}`).expect(200);
      expect(body).toMatchObject({ version: 1, editable: audiences, modelName: 'customers', sourceName: 'source' });
    }
    await world.setting(workspace!.id, { requireApprovals: true });
  });

  it('are live at once, count their versions and are changed by who saw them', async () => {
    const draftEditor = workspace!.members['workspace-draft-editor'];
    const { id } = await audience({}, draftEditor);
    const path = `/audiences/${id}`;
    const change = (tag?: number, conditions = [condition('email')]) =>
      world.call(draftEditor, 'put', path, audienceBody({ conditions }, 'by mail'), tag);
    await change().expect(428);
    expect((await change(1).expect(200)).headers['etag']).toBe('"2"');
    expect((await change(1, []).expect(412)).body).toMatchObject({
      code: 'audience.stale',
      details: { current: { version: 2, name: 'by mail' }, yours: { conditions: [] } },
    });
    const begun = await journey(id, [destinationId], draftEditor);
    const moved = journeyBody(id, [], 'patience');
    await world.call(draftEditor, 'put', `/journeys/${begun.id}`, moved, 1).expect(200);
    expect(await answerTo(admin, 'put', `/journeys/${begun.id}`, moved, 1)).toEqual([412, 'journey.stale']);
    expect(await answerTo(admin, 'delete', `/journeys/${begun.id}`, undefined, 1)).toEqual([412, 'journey.stale']);
    await world.call(draftEditor, 'delete', `/journeys/${begun.id}`, undefined, 2).expect(204);
    await world.call(draftEditor, 'delete', path, undefined, 2).expect(204);
    await world.call(admin, 'get', path).expect(404);
    const states = await world.eventsOf(AudienceState, workspace!.id, id);
    expect(states.map(({ data }) => [data.version, data.seq, data.deleted, data.content.conditions.length])).toEqual([
      [1, 1, false, 1],
      [2, 2, false, 1],
      [2, 3, true, 0],
    ]);
    const journeyStates = await world.eventsOf(JourneyState, workspace!.id, begun.id);
    expect(journeyStates.map(({ data }) => [data.name, data.version, data.seq, data.deleted])).toEqual([
      ['welcome', 1, 1, false],
      ['patience', 2, 2, false],
      ['patience', 2, 3, true],
    ]);
    for (const [subject, kind] of [
      [id, 'audience'],
      [begun.id, 'journey'],
    ] as const)
      expect(await world.eventsOf(ResourceDeleted, workspace!.id, subject)).toMatchObject([
        { data: { kind, deletedBy: draftEditor.id } },
      ]);
  });

  it('have conditions on columns of the model, published or drafted, that make sense', async () => {
    const { id } = await world.model(admin, sourceId);
    const columns = [...modelContent().columns.slice(0, 2), { name: 'phone', type: 'text' as const }];
    const draft = { content: modelContent({ columns }), basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin, 'post', `/models/${id}/changes`, draft).expect(200);
    await audience({ modelId: id, conditions: ['city', 'phone'].map(condition) });
    const refused = audienceBody({ modelId: id, conditions: ['id', 'nowhere'].map(condition) });
    expect((await world.call(admin, 'post', '/audiences', refused).expect(422)).body).toMatchObject({
      ...{ code: 'audience.unknown-column', fields: [{ path: '/content/conditions/1/column' }] },
    });
    for (const odd of [
      { ...condition('city'), operator: 'is_empty' },
      { ...condition('city'), value: null },
    ]) {
      const { body } = await world.call(admin, 'post', '/audiences', audienceBody({ conditions: [odd] })).expect(422);
      expect(body).toMatchObject({ code: 'input.invalid', fields: [{ path: '/content/conditions/0/value' }] });
    }
  });

  it('keep what they refer to from being deleted, the list says by what', async () => {
    const model = await world.model(admin, sourceId, { action: 'save_draft' });
    const destination = await world.connection(admin, 'destinations', 'to keep');
    const kept = await audience({ modelId: model.id });
    const keeping = await journey(kept.id, [destination]);
    const elsewhere = await world.connection(admin, 'destinations', 'elsewhere');
    const hidden = await journey(kept.id, [destination, elsewhere]);
    const modelPath = `/models/${model.id}`;
    const member = await scopedMember(world, workspace!, { destinations: [destination] });
    const refusal = async (by: Caller, path: string, tag: string | number): Promise<unknown> =>
      (await world.call(by, 'delete', path, undefined, tag).expect(409)).body;
    const audiences = [{ id: kept.id, name: 'in the city' }];
    const etag = await world.etagOf(admin, modelPath);
    for (const [path, tag] of [[modelPath, etag] as const, [`${modelPath}/draft`, 1] as const])
      expect(await refusal(admin, path, tag)).toMatchObject({
        ...{ code: 'model.has-audiences', details: { audiences } },
      });
    const seen = { id: keeping.id, name: 'welcome' };
    expect(await refusal(member, `/audiences/${kept.id}`, 1)).toMatchObject({
      ...{ code: 'audience.has-journeys', details: { count: 2, hidden: 1, journeys: [seen] } },
    });
    expect(await refusal(member, `/destinations/${destination}`, 1)).toMatchObject({
      ...{ code: 'destination.in-use', details: { count: 2, hidden: 1, resources: [{ ...seen, kind: 'journey' }] } },
    });
    for (const { id } of [keeping, hidden])
      await world.call(admin, 'delete', `/journeys/${id}`, undefined, 1).expect(204);
    await world.call(admin, 'delete', `/destinations/${destination}`, undefined, 1).expect(204);
    expect(await answerTo(admin, 'post', '/journeys', journeyBody(kept.id, [destination]))).toEqual([
      404,
      'destination.not-found',
    ]);
    await world.call(admin, 'delete', `/audiences/${kept.id}`, undefined, 1).expect(204);
    expect(await answerTo(admin, 'post', '/journeys', journeyBody(kept.id))).toEqual([404, 'audience.not-found']);
    await world.call(admin, 'delete', modelPath, undefined, etag).expect(204);
    expect(await answerTo(admin, 'post', '/audiences', audienceBody({ modelId: model.id }))).toEqual([
      404,
      'model.not-found',
    ]);
  });

  it('keep a model whose only draft a request deletes: it stays, empty', async () => {
    const model = await world.model(admin, sourceId, { action: 'save_draft' });
    await audience({ modelId: model.id });
    const submit = { action: 'submit', items: [{ resourceId: model.id, revision: 1 }], reviewers: [admin.id] };
    const { body } = await world.call(admin, 'post', '/change-sets', submit).expect(202);
    const { requestId } = body as { requestId: string };
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace!.id, requestId);
    await world.approvals.send(RequestDraftDeleted, workspace!.id, requestId, decisionOf(submitted!.data, admin.id));
    await world.nextEvent(DraftReleased, workspace!.id, requestId);
    expect((await world.call(admin, 'get', `/models/${model.id}`)).body).toMatchObject({
      published: null,
      draft: null,
    });
    expect(await answerTo(admin, 'post', '/audiences', audienceBody({ modelId: model.id }))).toEqual([
      409,
      'model.empty',
    ]);
  });

  it('are seen by who may view all their ends, in lists, searches and references', async () => {
    const other = await world.workspace();
    const { admin: owner } = other.members;
    const make = async (name: string) => {
      const source = await world.connection(owner, 'sources', name);
      const destination = await world.connection(owner, 'destinations', name);
      const model = await world.model(owner, source);
      const body = { name: `${name} 100%`, content: { modelId: model.id, conditions: [] } };
      const made = (await world.call(owner, 'post', '/audiences', body).expect(201)).body as Live;
      return { source, destination, model: model.id, audience: made.id };
    };
    const [mine, theirs] = [await make('mine'), await make('theirs')];
    const [own, far, across] = [
      (await world.call(owner, 'post', '/journeys', journeyBody(mine.audience, [mine.destination], 'own')))
        .body as Live,
      (await world.call(owner, 'post', '/journeys', journeyBody(theirs.audience, [], 'far'))).body as Live,
      (await world.call(owner, 'post', '/journeys', journeyBody(mine.audience, [theirs.destination], 'across')))
        .body as Live,
    ];
    const member = await scopedMember(world, other, { sources: [mine.source], destinations: [mine.destination] });
    expect(await names(owner, '/audiences')).toEqual(['mine 100%', 'theirs 100%']);
    expect(await names(member, '/audiences')).toEqual(['mine 100%']);
    expect(await names(member, '/audiences?q=100%25')).toEqual(['mine 100%']);
    expect(await names(owner, `/audiences?q=THEIRS&sourceId=${theirs.source}&modelId=${theirs.model}`)).toHaveLength(1);
    expect(await names(owner, '/audiences?q=_')).toEqual([]);
    expect(await names(owner, '/journeys')).toEqual(['across', 'far', 'own']);
    expect(await names(member, '/journeys')).toEqual(['own']);
    expect(await names(owner, `/journeys?destinationId=${theirs.destination}`)).toEqual(['across']);
    expect(await names(owner, `/journeys?audienceId=${mine.audience}&sourceId=${mine.source}&q=ow`)).toEqual(['own']);
    await world.call(member, 'get', `/journeys/${own.id}`).expect(200);
    const hiddenBody = { name: 'x', content: { modelId: theirs.model, conditions: [] } };
    for (const [by, ids] of [
      [member, { audience: theirs.audience, journeys: [far.id, across.id] }],
      [foreign!.members.admin, { audience: mine.audience, journeys: [own.id, far.id] }],
    ] as const) {
      const paths = [`/audiences/${ids.audience}`, ...ids.journeys.map((id) => `/journeys/${id}`)];
      for (const path of paths) {
        const body = path.startsWith('/audiences') ? hiddenBody : journeyBody(ids.audience, []);
        for (const call of [['get'], ['put', body], ['delete']] as const)
          expect([path, call[0], (await world.call(by, call[0], path, call[1], 1)).status]).toEqual([
            path,
            call[0],
            404,
          ]);
      }
      expect(await answerTo(by, 'post', '/audiences', hiddenBody)).toEqual([404, 'model.not-found']);
      expect(await answerTo(by, 'post', '/journeys', journeyBody(ids.audience, []))).toEqual([
        404,
        'audience.not-found',
      ]);
      const blind = journeyBody(mine.audience, [theirs.destination]);
      expect(await answerTo(by, 'post', '/journeys', blind)).toEqual([404, 'destination.not-found']);
    }
    expect(await answerTo(member, 'put', `/audiences/${mine.audience}`, hiddenBody, 1)).toEqual([
      404,
      'model.not-found',
    ]);
    expect(await answerTo(member, 'put', `/journeys/${own.id}`, journeyBody(theirs.audience, []), 1)).toEqual([
      404,
      'audience.not-found',
    ]);
    expect(await answerTo(owner, 'get', `/audiences/${newId()}`)).toEqual([404, 'audience.not-found']);
  });

  it('go together to another source, and say so', async () => {
    const { id } = await audience();
    const begun = await journey(id);
    const elsewhere = await world.connection(admin, 'sources', 'elsewhere');
    const model = await world.model(admin, elsewhere);
    const member = await scopedMember(world, workspace!, { sources: [sourceId] });
    const path = `/journeys/${begun.id}`;
    await world.call(member, 'get', path).expect(200);
    await world.call(admin, 'put', `/audiences/${id}`, audienceBody({ modelId: model.id }), 1).expect(200);
    await world.call(member, 'get', path).expect(404);
    await world.call(member, 'put', path, journeyBody(id), 1).expect(404);
    const states = await world.eventsOf(JourneyState, workspace!.id, begun.id);
    expect(states.map(({ data }) => [data.sourceId, data.seq, data.version])).toEqual([
      [sourceId, 1, 1],
      [elsewhere, 2, 1],
    ]);
    await resnapshotResources(world.service.dataSource, workspace!.id);
    for (const [contract, subject, seq] of [
      [AudienceState, id, 3],
      [JourneyState, begun.id, 3],
    ] as const)
      expect((await world.eventsOf(contract, workspace!.id, subject)).at(-1)?.data).toMatchObject({
        ...{ sourceId: elsewhere, seq },
      });
  });
});
