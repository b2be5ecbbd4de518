import { eventually } from '@imprimatur/testing';
import { announcedRefusals } from './announced-refusals.ts';
import { Session } from './session.ts';
import type { Place, World } from './world.ts';

const EVERY_SECOND = { kind: 'cron', expression: '* * * * * *', timeZone: 'Europe/Berlin' };
const patiently = { timeoutMs: 40_000, everyMs: 100 };

interface Run {
  id: string;
  trigger: string;
  status: string;
  code: string | null;
  syncVersion: number | null;
  modelVersion: number | null;
  counts: { added: number; changed: number; unchanged: number; rejected: number };
}

const modelContent = (query: string) => ({
  query,
  configuration: { primaryKey: 'id' },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type: 'text' },
    { name: 'plan', type: 'text' },
  ],
});

const syncContent = (modelId: string, destinationId: string, schedule: object) => ({
  configuration: {
    modelId,
    destinationId,
    mode: 'upsert',
    object: 'contacts',
    mapping: [
      { column: 'id', field: 'external_id' },
      { column: 'email', field: 'email' },
      { column: 'plan', field: 'tier' },
    ],
    keys: ['external_id'],
  },
  schedule,
});

const BUSINESS = `select id, email, plan from customers where plan = 'business' order by id`;
const PAYING = `select id, email, plan from customers\n where plan <> 'free'\n order by id`;

/**
 * The main job from end to end (`domain.md`): a change is drafted, reviewed, mailed and published, and only then does its sync
 * run. Told in order: each step stands on the one before.
 */
export function tellTheStory(enter: () => Promise<World>): void {
  let world: World;
  let place: Place;
  let ada: Session;
  let dana: Session;
  let erin: Session;
  let sourceId: string;
  let destinationId: string;
  let modelId: string;
  let syncId: string;
  let eagerModelId: string;
  let eagerSyncId: string;
  let requestId: string;

  const runsOf = async (session: Session, sync: string): Promise<Run[]> =>
    (await session.get(`/runs?syncId=${sync}`).expect(200)).body.items as Run[];
  const runOf = (sync: string, wanted: (run: Run) => boolean): Promise<Run> =>
    eventually(async () => {
      const runs = await runsOf(erin, sync);
      const found = runs.find(wanted);
      if (found === undefined) throw new Error(`no such run yet: ${JSON.stringify(runs.slice(0, 3))}`);
      return found;
    }, patiently);
  const requestWhen = (id: string, status: string) =>
    eventually(async () => {
      const { body, headers } = await erin.get(`/approval-requests/${id}`).expect(200);
      expect(body.status).toBe(status);
      return { body, etag: headers.etag as string };
    }, patiently);

  beforeAll(async () => {
    world = await enter();
    place = await world.workspace(`story-${Date.now()}`, 'business');
    [ada, dana, erin] = [
      await Session.of(world, place, 'ada'),
      await Session.of(world, place, 'dana'),
      await Session.of(world, place, 'erin'),
    ];
    await world.warehouse.client.query(`
      create table customers (id integer primary key, email text not null, plan text not null);
      insert into customers select n, 'c' || n || '@example.com', (array['free', 'pro', 'business'])[1 + n % 3]
        from generate_series(1, 300) n`);
    await world.crm.client.query('create table contacts (external_id integer primary key, email text, tier text)');
    const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
    const destination = { name: 'CRM', type: 'postgres', ...world.crm.connection };
    sourceId = (await eventually(() => ada.post('/sources', source).expect(201), patiently)).body.id;
    destinationId = (await ada.post('/destinations', destination).expect(201)).body.id;
  }, 120_000);

  afterAll(() => world.close());

  it('1. Ada switches on Require approvals, which the free workspace may not', async () => {
    const before = await ada.get('/workspace').expect(200);
    const on = { requireApprovals: true };
    await ada
      .patch('/workspace/settings', on)
      .set('if-match', before.headers.etag as string)
      .expect(200);

    const free = await world.workspace(`free-${Date.now()}`, 'free');
    const freeAda = await Session.of(world, free, 'ada');
    const freeBefore = await freeAda.get('/workspace').expect(200);
    const refused = await freeAda.patch('/workspace/settings', on).set('if-match', freeBefore.headers.etag as string);
    expect(refused).toMatchObject({ status: 409, body: { code: 'plan.business-required' } });
  });

  it('2. Dana drafts a model and a sync, may not publish, and submits both as one request', async () => {
    const model = { name: 'Ideal customers', sourceId, content: modelContent(BUSINESS) };
    await eventually(async () => {
      const refused = await dana.post('/models', { ...model, action: 'publish_now' });
      expect(refused).toMatchObject({ status: 403, body: { code: 'rights.missing' } });
    }, patiently);
    const created = await dana.post('/models', { ...model, action: 'save_draft' }).expect(201);
    modelId = created.body.id;
    expect((await dana.get(`/models/${modelId}`)).body.saveOptions.actions).toEqual(['submit', 'save_draft']);

    const sync = { name: 'CRM contacts', content: syncContent(modelId, destinationId, EVERY_SECOND) };
    syncId = (await dana.post('/syncs', { ...sync, action: 'save_draft' }).expect(201)).body.id;

    const changeSet = {
      action: 'submit',
      items: [
        { resourceId: modelId, revision: 1 },
        { resourceId: syncId, revision: 1 },
      ],
      reviewers: [place.members.ben],
      comment: 'Business customers first, as agreed with Sales.',
    };
    requestId = (await dana.post('/change-sets', changeSet).expect(202)).body.requestId;
    const locked = await dana.post(`/models/${modelId}/changes`, {
      content: modelContent(PAYING),
      basedOn: { revision: 1 },
      action: 'save_draft',
    });
    expect(locked).toMatchObject({ status: 409, body: { code: 'draft.in-review', details: { requestId } } });
  });

  it('3. the reviewer, and nobody else, gets one mail that shows what would change', async () => {
    const mail = await world.mails.next(({ recipients }) => recipients.includes(place.mailOf('ben')), 40_000);
    expect(world.mails.messages().flatMap(({ recipients }) => recipients)).toEqual([place.mailOf('ben')]);
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('Dana');
      expect(part).toContain('Ideal customers');
      expect(part).toContain('Business customers first, as agreed with Sales.');
      expect(part).toContain('business');
      expect(part).toContain(`/approvals/${requestId}`);
    }
  });

  it('4. neither runs: the draft refuses by hand, a sync published before its model refuses on its schedule', async () => {
    const refused = await eventually(async () => {
      const answer = await erin.post('/runs', { syncId });
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'run.refused', details: { code: 'SYNC_NOT_PUBLISHED' } },
      });
      return answer;
    }, patiently);
    const recorded = await runOf(syncId, ({ id }) => id === refused.body.details.runId);
    expect(recorded).toMatchObject({ status: 'refused', code: 'SYNC_NOT_PUBLISHED' });

    const drafted = { name: 'Prospects', sourceId, content: modelContent(BUSINESS), action: 'save_draft' };
    eagerModelId = (await dana.post('/models', drafted).expect(201)).body.id;
    const eager = {
      name: 'Eager',
      content: syncContent(eagerModelId, destinationId, EVERY_SECOND),
      action: 'publish_now',
    };
    eagerSyncId = (await erin.post('/syncs', eager).expect(201)).body.id;
    await eventually(async () => {
      const refusals = (await runsOf(erin, eagerSyncId)).filter(
        ({ trigger, code }) => trigger === 'schedule' && code === 'MODEL_NOT_PUBLISHED',
      );
      expect(refusals.length).toBeGreaterThan(1);
    }, patiently);
    expect(await announcedRefusals(world, eagerSyncId)).toEqual(['MODEL_NOT_PUBLISHED']);
    expect(await world.crm.client.query('select 1 from contacts')).toMatchObject({ rowCount: 0 });
  }, 60_000);

  it('5. Erin, whom nobody chose, sees the diff and publishes both in one step; Dana is told', async () => {
    const { body, etag } = await requestWhen(requestId, 'pending');
    expect(body.items.map((item: { name: string }) => item.name).sort()).toEqual(['CRM contacts', 'Ideal customers']);
    expect(JSON.stringify(body.items)).toContain(`plan = 'business'`);
    await erin.post(`/approval-requests/${requestId}/approve`).expect(428);
    await erin.post(`/approval-requests/${requestId}/approve`).set('if-match', '"stale"').expect(412);
    await erin.post(`/approval-requests/${requestId}/approve`).set('if-match', etag).expect(202);
    await requestWhen(requestId, 'published');

    const [model, sync] = [(await erin.get(`/models/${modelId}`)).body, (await erin.get(`/syncs/${syncId}`)).body];
    expect(model).toMatchObject({ draft: null, published: { version: 1 } });
    expect(sync).toMatchObject({ draft: null, published: { version: 1 } });
    const told = await world.mails.next(({ recipients }) => recipients.includes(place.mailOf('dana')), 40_000);
    expect(told.subject).toContain('Ideal customers');
  }, 60_000);

  it('6. the schedule comes due and moves real rows; a second run finds them unchanged', async () => {
    const first = await runOf(syncId, ({ status }) => status === 'succeeded');
    expect(first).toMatchObject({ syncVersion: 1, modelVersion: 1 });
    const { rows } = await world.crm.client.query('select count(*)::int as n, min(tier) as tier from contacts');
    expect(rows).toEqual([{ n: 100, tier: 'business' }]);
    await runOf(syncId, ({ status, counts }) => status === 'succeeded' && counts.unchanged === 100);
    const all = await runsOf(erin, syncId);
    expect(all.some(({ counts }) => counts?.added === 100)).toBe(true);
  }, 60_000);

  it('7. an edit of the published model holds the sync until it is decided, and the published version stays as it is', async () => {
    const edit = {
      content: modelContent(PAYING),
      basedOn: { version: 1 },
      action: 'submit',
      reviewers: [place.members.ben],
    };
    const submitted = (await dana.post(`/models/${modelId}/changes`, edit).expect(202)).body.requestId as string;
    await runOf(syncId, ({ code }) => code === 'MODEL_HAS_UNPUBLISHED_CHANGES');

    await requestWhen(submitted, 'pending');
    await dana.post(`/approval-requests/${submitted}/withdraw`, {}).expect(202);
    const kept = await eventually(async () => {
      const { body } = await dana.get(`/models/${modelId}`).expect(200);
      expect(body.draft).toMatchObject({ state: 'editing', content: { query: modelContent(PAYING).query } });
      return body;
    }, patiently);
    expect(kept.published).toMatchObject({ version: 1, content: { query: BUSINESS } });

    const again = {
      action: 'submit',
      items: [{ resourceId: modelId, revision: kept.draft.revision }],
      reviewers: [place.members.ben],
    };
    const secondRequest = (await dana.post('/change-sets', again).expect(202)).body.requestId as string;
    await requestWhen(secondRequest, 'pending');
    const before = await runsOf(erin, syncId);
    await erin.post(`/approval-requests/${secondRequest}/delete-draft`, { comment: 'Not this quarter.' }).expect(202);
    await eventually(async () => {
      const { body } = await dana.get(`/models/${modelId}`).expect(200);
      expect(body).toMatchObject({ draft: null, published: { version: 1, content: { query: BUSINESS } } });
    }, patiently);
    const known = new Set(before.map(({ id }) => id));
    await runOf(syncId, ({ id, status }) => status === 'succeeded' && !known.has(id));
  }, 90_000);
}
