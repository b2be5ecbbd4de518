import { defaultSettings, DraftSubmitted, WorkspaceState } from '@imprimatur/contracts';
import { eventually, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { codes, inRounds, RACE_TIMEOUT_MS, Racers, winners } from '../testing/race.fixture.ts';
import { ResourcesWorld, type Saved } from '../testing/resources-world.fixture.ts';

describe('a submission and somebody else', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let racers: Racers;
  let destinationId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    racers = await Racers.start(world, workspace);
    destinationId = await world.connection(workspace.members.admin, 'destinations');
  });
  afterAll(() => world.close());

  /** A draft that is in review is so for one request, which was told of once and is open. */
  async function assertOneRequest(id: string, requestId: string): Promise<void> {
    expect(await racers.read(id)).toMatchObject({ draft: { state: 'in_review', requestId } });
    expect(await world.eventsOf(DraftSubmitted, workspace.id, requestId)).toHaveLength(1);
    const [submission]: object[] = await world.service.dataSource.query(
      'select outcome from submission where request_id = $1',
      [requestId],
    );
    expect(submission).toEqual({ outcome: null });
  }

  it(
    'submit × submit: one request, and the other is told which',
    () =>
      inRounds(async () => {
        const draft = await racers.drafted();
        const answers = await Promise.all([racers.set('submit', draft), racers.set('submit', draft)]);
        expect(winners(answers)).toHaveLength(1);
        const { requestId } = winners(answers)[0]!.body as { requestId: string };
        const [refused] = answers.filter(({ status }) => status >= 300);
        expect(refused?.body).toMatchObject({ code: 'draft.in-review', details: { requestId } });
        await assertOneRequest(draft.id, requestId);
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: what was seen is in review, and the save refused; or it was saved over, and the submission of what was seen refused.
  it(
    'submit × save',
    () =>
      inRounds(async () => {
        const draft = await racers.drafted();
        const [submit, save] = await Promise.all([
          racers.set('submit', draft),
          racers.change('workspace-editor', draft.id, { basedOn: { revision: 1 }, action: 'save_draft' }),
        ]);
        expect(winners([submit, save])).toHaveLength(1);
        if (submit.status === 202) {
          expect(codes([save])).toEqual(['draft.in-review']);
          await assertOneRequest(draft.id, (submit.body as Saved).requestId!);
        } else {
          expect(codes([submit])).toEqual(['draft.stale-base']);
          expect(await racers.read(draft.id)).toMatchObject({ draft: { revision: 2, state: 'editing' } });
        }
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: accepted before this service heard of it, which stands: one open request; or refused, and the draft is as it was. Once heard of,
  // nothing is submitted any more, whatever the role; switched on again, it is.
  it(
    'settings off × submit',
    () =>
      inRounds(async () => {
        const draft = await racers.drafted();
        const [submit] = await Promise.all([
          racers.set('submit', draft, 'workspace-draft-editor'),
          requireApprovals(false),
        ]);
        if (submit.status === 202) await assertOneRequest(draft.id, (submit.body as Saved).requestId!);
        else {
          expect(codes([submit])).toEqual(['approvals.disabled-for-draft-role']);
          expect(await racers.read(draft.id)).toMatchObject({ draft: { state: 'editing', revision: 1 } });
        }
        await heard(false);
        const later = await racers.set('submit', draft);
        expect(codes([later])).toEqual(['approvals.disabled']);
        await requireApprovals(true);
        await heard(true);
        const again = await racers.set('submit', draft);
        expect(submit.status === 202 ? codes([again]) : again.status).toEqual(
          submit.status === 202 ? ['draft.in-review'] : 202,
        );
      }),
    RACE_TIMEOUT_MS,
  );

  let seq = 1;
  async function requireApprovals(on: boolean): Promise<void> {
    const { id, slug } = workspace;
    const settings = { ...defaultSettings, requireApprovals: on };
    const state = { id, workspaceId: id, seq: (seq += 1), deleted: false, slug, name: slug, plan: 'business' as const };
    await world.identity.send(WorkspaceState, id, id, { ...state, settings });
  }
  const heard = (on: boolean): Promise<void> =>
    eventually(async () => {
      const rows: unknown[] = await world.service.dataSource.query(
        `select 1 from access_workspace where id = $1 and (settings ->> 'requireApprovals')::boolean = $2`,
        [workspace.id, on],
      );
      if (rows.length === 0) throw new Error('not heard yet');
    });

  // Legal: the model is deleted and the sync refers to nothing, so it is refused; or the sync is in review, and the model stays.
  it(
    'delete model × submit a new sync on it × submit one that moves to it',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const [{ id }, { id: other }] = [await racers.published(), await racers.published()];
        const sync = await world.sync(admin, other, destinationId);
        const content = syncContent({ configuration: { modelId: id, destinationId } });
        const submit = { content, action: 'submit', reviewers: [admin.id] };
        const tag = await world.etagOf(admin, `/models/${id}`);
        const [deletion, ...syncs] = await Promise.all([
          world.call(admin, 'delete', `/models/${id}`, undefined, tag),
          world.call(admin, 'post', '/syncs', { name: 's', ...submit }),
          world.call(admin, 'post', `/syncs/${sync.id}/changes`, { ...submit, basedOn: { version: 1 } }),
        ]);
        if (deletion.status === 204) {
          expect(codes(syncs)).toEqual(['model.not-found', 'model.not-found']);
          expect(await world.call(admin, 'get', `/syncs/${sync.id}`)).toMatchObject({ body: { draft: null } });
        } else {
          expect(codes([deletion])).toEqual(['model.has-syncs']);
          expect(winners(syncs)).toHaveLength(2);
        }
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: a draft that refers to the model keeps it, in review or not: the deletion is always refused, the submission always accepted.
  it(
    'delete model × submit the draft of a sync on it',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id } = await racers.published();
        const sync = await world.sync(admin, id, destinationId, { action: 'save_draft' });
        const tag = await world.etagOf(admin, `/models/${id}`);
        const [deletion, submit] = await Promise.all([
          world.call(admin, 'delete', `/models/${id}`, undefined, tag),
          racers.set('submit', sync),
        ]);
        expect([codes([deletion]), submit.status]).toEqual([['model.has-syncs'], 202]);
      }),
    RACE_TIMEOUT_MS,
  );
});
