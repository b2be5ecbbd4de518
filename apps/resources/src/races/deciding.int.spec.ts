import {
  DraftSubmitted,
  PublicationApplied,
  PublicationRejected,
  RequestApproved,
  RequestDraftDeleted,
  RequestWithdrawn,
  SyncState,
  type DataOf,
} from '@imprimatur/contracts';
import { eventually, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf, decisionOf } from '../testing/decisions.fixture.ts';
import { codes, inRounds, RACE_TIMEOUT_MS, Racers } from '../testing/race.fixture.ts';
import { ResourcesWorld, type Saved, type SentEvent } from '../testing/resources-world.fixture.ts';

describe('an outcome of a request and somebody else', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let racers: Racers;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    racers = await Racers.start(world, workspace);
  });
  afterAll(() => world.close());

  const submission = async ({ requestId }: Saved): Promise<DataOf<typeof DraftSubmitted>> =>
    (await world.eventsOf(DraftSubmitted, workspace.id, requestId!))[0]!.data;
  /** The answers to a request's outcome, once there is one. */
  const answersTo = (requestId: string): Promise<SentEvent[]> =>
    eventually(async () => {
      const answers = (await world.eventsAbout(workspace.id, requestId)).filter(({ type }) =>
        /\.publication\.(applied|rejected)\./.test(type),
      );
      if (answers.length === 0) throw new Error('no answer yet');
      return answers;
    });

  // Legal: the hotfix came first: nothing is published by the request, whose draft stays locked until somebody withdraws, and can be rebased
  // then; or the approval did: exactly what was approved is version 2, and the hotfix was based on what is no longer published.
  it(
    'publication of what was approved × hotfix',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id } = await racers.published();
        const body = { basedOn: { version: 1 }, action: 'submit' };
        const submitted = await submission(
          (await racers.change('workspace-editor', id, body).expect(202)).body as Saved,
        );
        const { requestId } = submitted;
        const [hotfix] = await Promise.all([
          racers.change('admin', id, { basedOn: { version: 1 }, action: 'publish_now' }),
          world.approvals.send(RequestApproved, workspace.id, requestId, approvalOf(submitted, [admin.id])),
        ]);
        const [answer, ...more] = await answersTo(requestId);
        expect(more).toEqual([]);
        if (hotfix.status !== 200) {
          expect(codes([hotfix])).toEqual(['draft.stale-base']);
          expect(answer).toMatchObject({ type: PublicationApplied.type });
          const { content } = submitted.items[0]!;
          expect(await racers.read(id)).toMatchObject({
            published: { version: 2, how: 'request', content },
            draft: null,
          });
          return;
        }
        expect(answer).toMatchObject({ type: PublicationRejected.type, data: { reasons: [{ code: 'draft.stale' }] } });
        expect(await racers.read(id)).toMatchObject({
          published: { version: 2, how: 'direct' },
          draft: { state: 'in_review', stale: true, requestId },
        });
        await world.approvals.send(RequestWithdrawn, workspace.id, requestId, decisionOf(submitted, admin.id));
        await world.released(workspace.id, requestId);
        await racers.rebase(id).expect(200);
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: the draft is editable again and saved or rebased on; or it is not yet, and the save says for which request. Then it is a moment later.
  it(
    'withdrawal × save of the draft',
    () =>
      inRounds(async () => {
        const submitted = await submission(
          await world.model(workspace.members.admin, racers.sourceId, {
            ...{ action: 'submit', reviewers: [workspace.members.admin.id] },
          }),
        );
        const { requestId } = submitted;
        const { resourceId: id } = submitted.items[0]!;
        const save = () => racers.change('workspace-editor', id, { basedOn: { revision: 1 }, action: 'save_draft' });
        const decision = decisionOf(submitted, workspace.members.admin.id);
        await world.approvals.send(RequestWithdrawn, workspace.id, requestId, decision);
        const early = await save();
        await world.released(workspace.id, requestId);
        if (early.status !== 200) {
          expect(early.body).toMatchObject({ code: 'draft.in-review', details: { requestId } });
          await save().expect(200);
        }
        expect(await racers.read(id)).toMatchObject({ draft: { state: 'editing', requestId: null, revision: 2 } });
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: the sync came first: the model stays, empty, can be saved anew, and the sync waits for what will never come until it is saved
  // again; or the draft's end did: the model is gone and the sync refused.
  it(
    'delete draft of a new model × save of a sync on it',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const destinationId = await world.connection(admin, 'destinations');
        const submitted = await submission(
          await world.model(admin, racers.sourceId, { action: 'submit', reviewers: [admin.id] }),
        );
        const { requestId } = submitted;
        const { resourceId: id } = submitted.items[0]!;
        const [sync] = await Promise.all([
          world.trySync(admin, id, destinationId, { action: 'save_draft' }),
          world.approvals.send(RequestDraftDeleted, workspace.id, requestId, decisionOf(submitted, admin.id)),
        ]);
        await world.released(workspace.id, requestId);
        if (sync.status === 201) {
          expect(await racers.read(id)).toMatchObject({ published: null, draft: null });
          await racers.change('admin', id, { basedOn: null, action: 'publish_now' }).expect(200);
          const { body } = await world.call(admin, 'get', `/syncs/${(sync.body as Saved).id}`).expect(200);
          expect(body).toMatchObject({ draft: { binding: { satisfiedBy: null } } });
        } else {
          expect(['model.not-found', 'model.empty']).toContain(codes([sync])[0]);
          await world.call(admin, 'get', `/models/${id}`).expect(404);
        }
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'a model × the sync that waits for it: both are published, and the sync knows',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const model = await racers.drafted();
        const destinationId = await world.connection(admin, 'destinations');
        const sync = await world.sync(admin, model.id, destinationId, { action: 'save_draft' });
        const answers = await Promise.all([racers.set('publish_now', model), racers.set('publish_now', sync)]);
        expect(codes(answers)).toEqual([]);
        const states = await world.eventsOf(SyncState, workspace.id, sync.id);
        expect(states.at(-1)?.data).toMatchObject({ published: { binding: { satisfiedBy: 1 } } });
      }),
    RACE_TIMEOUT_MS,
  );
});
