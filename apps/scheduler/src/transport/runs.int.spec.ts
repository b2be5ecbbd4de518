import type { RefusalCode } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedIdentity, type SeededMember } from '@imprimatur/testing';
import { everyHour, modelDraft, type Model, type Sync } from '../domain/states.fixture.ts';
import { TestService, type Caller } from '../service.fixture.ts';
import type { World } from '../use-cases/world.fixture.ts';
import type { ReadinessPageDto, SchedulePreviewDto } from './schedules.dto.ts';
import type { RunDetailsDto, RunPageDto } from './runs.dto.ts';

let scheduler: TestService;
let world: World;
let editor: Caller;
let model: Model;

beforeAll(async () => {
  scheduler = await TestService.alone();
  world = scheduler.world;
  editor = await scheduler.as(scheduler.workspace.members['workspace-editor']);
});
beforeEach(async () => {
  await world.clear();
  model = await world.hearOfModel();
  await world.hearOfEnd('source', model.sourceId);
});
afterAll(() => scheduler.close());

async function hearOfSync(...[version, over]: [Parameters<World['hearOfSyncOn']>[1]?, Partial<Sync>?]): Promise<Sync> {
  const sync = await world.hearOfSyncOn(model, version, over);
  await world.hearOfEnd('destination', sync.ends.destinationId);
  return sync;
}

describe('asking for a run', () => {
  it('queues it', async () => {
    const sync = await hearOfSync();
    const { body } = (await editor.post('/runs', { syncId: sync.id }).expect(201)) as { body: RunDetailsDto };
    expect(body).toMatchObject({ syncId: sync.id, trigger: 'manual', status: 'queued', codes: [], counts: null });
    expect(body.requestedBy).toBe(scheduler.workspace.members['workspace-editor'].id);
    await editor.get(`/runs/${body.id}`).expect(200, body);
  });

  it('is refused on record and announced to all, with every reason', async () => {
    await world.hearOfModel({ ...model, seq: 2, published: null, draft: modelDraft() });
    const sync = await hearOfSync({}, { published: null });
    const { body } = (await editor.post('/runs', { syncId: sync.id }).expect(409)) as {
      body: { code: string; details: { runId: string; code: string; codes: string[] } };
    };
    const codes = ['SYNC_NOT_PUBLISHED', 'MODEL_NOT_PUBLISHED', 'MODEL_HAS_UNPUBLISHED_CHANGES'];
    expect(body).toMatchObject({ code: 'run.refused', details: { code: codes[0], codes } });
    const { runId } = body.details;
    const run = (await editor.get(`/runs/${runId}`).expect(200)) as { body: RunDetailsDto };
    expect(run.body).toMatchObject({ status: 'refused', code: codes[0], codes });
    expect(await world.events()).toEqual([
      { type: 'runs.run.refused.v1', data: expect.objectContaining({ runId, trigger: 'manual', codes }) },
    ]);
  });

  it('is refused while the previous run is active, also when both are asked for at once', async () => {
    const sync = await hearOfSync();
    const answers = await Promise.all([1, 2, 3].map(() => editor.post('/runs', { syncId: sync.id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ details: { codes: ['PREVIOUS_RUN_ACTIVE'] } });
  });

  it('is refused while the schedule is paused', async () => {
    const sync = await hearOfSync();
    await editor.post(`/schedules/${sync.id}/pause`).expect(200);
    const { body } = await editor.post('/runs', { syncId: sync.id }).expect(409);
    expect(body).toMatchObject({ details: { codes: ['SYNC_PAUSED'] } });
  });

  it('is refused in words that say what to do', async () => {
    const sync = await hearOfSync();
    await editor.post(`/schedules/${sync.id}/pause`).expect(200);
    const { body } = await editor.post('/runs', { syncId: sync.id }).expect(409);
    expect(body).toMatchObject({ detail: 'The run did not start. The sync is paused. Resume it first.' });
  });

  it('with the same Idempotency-Key again is the same run', async () => {
    const sync = await hearOfSync();
    const ask = () => editor.post('/runs', { syncId: sync.id }).set('idempotency-key', 'once-and-again');
    const first = (await ask().expect(201)) as { body: RunDetailsDto };
    const again = (await ask().expect(201)) as { body: RunDetailsDto };
    expect(again.body.id).toBe(first.body.id);
    expect(await world.runsOf(sync)).toHaveLength(1);
  });

  it('with the same Idempotency-Key again is the same refusal, announced once', async () => {
    const sync = await hearOfSync({}, { published: null });
    const ask = () => editor.post('/runs', { syncId: sync.id }).set('idempotency-key', 'refused-again');
    const first = (await ask().expect(409)) as { body: { details: object } };
    const again = (await ask().expect(409)) as { body: { details: object } };
    expect(again.body.details).toEqual(first.body.details);
    expect(await world.runsOf(sync)).toHaveLength(1);
    expect(await world.events()).toHaveLength(1);
  });

  it('is answered 503 while rights cannot be confirmed', async () => {
    const sync = await hearOfSync();
    await scheduler.fallBehind();
    try {
      const answer = await editor.post('/runs', { syncId: sync.id }).expect(503);
      expect(answer.body).toMatchObject({ code: 'rights.unconfirmed' });
      expect(answer.headers['retry-after']).toBeDefined();
      expect(await world.runsOf(sync)).toEqual([]);
    } finally {
      await scheduler.hearBeats();
    }
  });

  it.each([
    ['no sync at all', {}],
    ['something that is no id', { syncId: 'x' }],
    ['more than it takes', { syncId: newId(), force: true }],
  ])('is invalid with %s', async (_, body) => {
    const answer = await editor.post('/runs', body).expect(422);
    expect(answer.body).toMatchObject({ code: 'input.invalid' });
  });
});

describe('what is not there for a member', () => {
  it.each([
    ['an unknown sync', () => Promise.resolve(newId())],
    ['a deleted sync', async () => (await hearOfSync({}, { deleted: true })).id],
    [
      'a sync of another workspace',
      async () => (await world.hearOf({ ...(await hearOfSync()), id: newId(), workspaceId: newId() })).id,
    ],
  ])('is %s', async (_, id) => {
    const syncId = await id();
    await editor.post('/runs', { syncId }).expect(404);
    await editor.get(`/schedules/${syncId}`).expect(404);
    await editor.post(`/schedules/${syncId}/pause`).expect(404);
    await editor.post(`/schedules/${syncId}/resume`).expect(404);
    expect((await editor.get(`/runs?syncId=${syncId}`).expect(200)).body).toEqual({ items: [], nextCursor: null });
  });

  it('is a run of another workspace', async () => {
    const run = (await editor.post('/runs', { syncId: (await hearOfSync()).id }).expect(201)) as {
      body: RunDetailsDto;
    };
    const { members } = await seedIdentity(scheduler.database.dataSource.manager);
    const stranger = await scheduler.as(members.admin);
    await stranger.get(`/runs/${run.body.id}`).expect(404);
    expect((await stranger.get('/runs').expect(200)).body).toEqual({ items: [], nextCursor: null });
    await editor.get(`/runs/${newId()}`).expect(404);
  });
});

describe('the list of runs', () => {
  it('is newest first, page by page, and can be narrowed down', async () => {
    const [one, other] = [await hearOfSync(), await hearOfSync()];
    for (const sync of [one, other, one, other, one]) await editor.post('/runs', { syncId: sync.id });
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = (await editor.get(`/runs?limit=2${cursor}`).expect(200)) as { body: RunPageDto };
      ids.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    const all = [...(await world.runsOf(one)), ...(await world.runsOf(other))];
    all.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    expect(ids).toEqual(all.map(({ id }) => id));
    const refused = (await editor.get(`/runs?syncId=${one.id}&status=refused`).expect(200)) as { body: RunPageDto };
    expect(refused.body.items.map(({ code }) => code)).toEqual(['PREVIOUS_RUN_ACTIVE', 'PREVIOUS_RUN_ACTIVE']);
    await editor.post(`/schedules/${other.id}/pause`).expect(200);
    await editor.post('/runs', { syncId: other.id }).expect(409);
    for (const [code, count] of Object.entries({ PREVIOUS_RUN_ACTIVE: 4, SYNC_PAUSED: 1, SYNC_DELETED: 0 }))
      expect((await editor.get(`/runs?code=${code}`).expect(200)).body.items).toHaveLength(count);
  });

  it.each(['nonsense', Buffer.from('["x","y"]').toString('base64url')])('refuses the cursor %s', async (cursor) => {
    const answer = await editor.get(`/runs?cursor=${cursor}`).expect(422);
    expect(answer.body).toMatchObject({ code: 'cursor.invalid' });
  });
});

describe('a schedule', () => {
  it('shows when it ticks, in words, and what is in the way', async () => {
    await world.hearOfModel({ ...model, seq: 2, draft: modelDraft() });
    const sync = await hearOfSync({ schedule: everyHour, anchor: new Date('2026-01-05T09:30:00Z') });
    const { body } = (await editor.get(`/schedules/${sync.id}`).expect(200)) as {
      body: { nextFires: string[]; description: string; wouldRefuse: RefusalCode[] };
    };
    expect(body).toMatchObject({ paused: false, schedule: everyHour, wouldRefuse: ['MODEL_HAS_UNPUBLISHED_CHANGES'] });
    expect(body.description).toMatch(/hour/);
    expect(body.nextFires).toHaveLength(5);
    expect(body.nextFires.every((at) => at.endsWith(':30:00.000Z') && Date.parse(at) > Date.now())).toBe(true);
  });

  it('is paused and resumed', async () => {
    const sync = await hearOfSync({ schedule: everyHour });
    const paused = await editor.post(`/schedules/${sync.id}/pause`).expect(200);
    expect(paused.body).toMatchObject({ paused: true, nextFires: [], wouldRefuse: ['SYNC_PAUSED'] });
    await editor.post(`/schedules/${sync.id}/pause`).expect(200);
    const resumed = await editor.post(`/schedules/${sync.id}/resume`).expect(200);
    expect(resumed.body).toMatchObject({ paused: false, wouldRefuse: [] });
  });

  it('is listed with what is in the way, page by page, by source and by model', async () => {
    const syncs = [await hearOfSync(), await hearOfSync({}, { published: null }), await hearOfSync()];
    await hearOfSync({}, { deleted: true });
    const found: Record<string, unknown> = {};
    for (let cursor = ''; ;) {
      const { body } = (await editor.get(`/schedules?limit=2${cursor}`).expect(200)) as { body: ReadinessPageDto };
      for (const { syncId, wouldRefuse } of body.items) found[syncId] = wouldRefuse;
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(found).toEqual({ [syncs[0]!.id]: [], [syncs[1]!.id]: ['SYNC_NOT_PUBLISHED'], [syncs[2]!.id]: [] });
    for (const [filter, count] of [
      [`sourceId=${model.sourceId}`, 3],
      [`modelId=${model.id}`, 3],
      [`modelId=${newId()}`, 0],
    ] as const)
      expect((await editor.get(`/schedules?${filter}`).expect(200)).body.items).toHaveLength(count);
  });

  it('of a sync that was never published is empty', async () => {
    const sync = await hearOfSync({}, { published: null });
    const { body } = await editor.get(`/schedules/${sync.id}`).expect(200);
    expect(body).toMatchObject({ schedule: null, description: null, nextFires: [] });
  });
});

describe('the nine roles', () => {
  const mayRun = ['admin', 'workspace-editor', 'model-sync-editor', 'sync-editor', 'destination-admin'];

  it.each([
    'admin',
    'workspace-editor',
    'workspace-draft-editor',
    'workspace-viewer',
    'model-sync-editor',
    'sync-editor',
    'source-admin',
    'destination-admin',
    'audience-editor',
  ] as const)('%s', async (key) => {
    const member: SeededMember = scheduler.workspace.members[key];
    const caller = await scheduler.as(member);
    const sync = await hearOfSync();
    const run = await caller.post('/runs', { syncId: sync.id });
    const pause = await caller.post(`/schedules/${sync.id}/pause`);
    const resume = await caller.post(`/schedules/${sync.id}/resume`);
    const statuses = [run.status, pause.status, resume.status];
    expect(statuses).toEqual(mayRun.includes(key) ? [201, 200, 200] : [403, 403, 403]);
    await caller.get(`/schedules/${sync.id}`).expect(200);
  });
});

describe('a schedule that is not saved yet', () => {
  const weekly = { kind: 'weekly', days: ['monday'], times: ['09:00'], timeZone: 'Europe/Berlin' };

  it('is shown in words, with the next times it would run', async () => {
    const { body } = (await editor.post('/schedules/preview', { schedule: weekly, count: 3 }).expect(200)) as {
      body: SchedulePreviewDto;
    };
    expect(body.description).toBe('on Monday at 09:00 (Europe/Berlin)');
    expect(body.nextFires.map(({ local }) => local.slice(-5))).toEqual(['09:00', '09:00', '09:00']);
  });

  it('is refused field by field', async () => {
    const ask = (schedule: object) => editor.post('/schedules/preview', { schedule }).expect(422);
    const [atlantis, cron] = [
      await ask({ ...weekly, timeZone: 'Europe/Atlantis' }),
      await ask({ kind: 'cron', expression: '61 * * * *', timeZone: 'UTC' }),
    ];
    expect(atlantis.body).toMatchObject({ code: 'input.invalid', fields: [{ path: '/schedule/timeZone' }] });
    expect(cron.body).toMatchObject({ code: 'schedule.invalid', fields: [{ path: '/schedule/expression' }] });
  });
});
