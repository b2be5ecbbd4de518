import {
  DraftReleased,
  DraftSubmitted,
  ModelState,
  PublicationApplied,
  PublicationRejected,
  RequestApproved,
  RequestDraftDeleted,
  RequestSubmitted,
  RequestWithdrawn,
  type DataOf,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { newEvent } from '@imprimatur/messaging';
import { eventually, modelContent, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf, decisionOf, submittedOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';
import { ResendSubmissions } from './use-cases/requests/resend-submissions.ts';

const second = modelContent({ query: 'select id, email, city from customers where active' });

describe('carrying out decisions', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    sourceId = await world.connection(workspace.members.admin, 'sources');
  });
  afterAll(() => world.close());

  interface Pending {
    id: string;
    requestId: string;
    submission: DataOf<typeof DraftSubmitted>;
  }

  /** A model in review: never published, or with one version. */
  async function pending(kind: 'new' | 'published' = 'new'): Promise<Pending> {
    const { admin, 'workspace-draft-editor': dana } = workspace.members;
    const submit = { action: 'submit', reviewers: [admin.id] };
    if (kind === 'new') {
      const { id, requestId } = await world.model(dana, sourceId, submit);
      return { id, requestId: requestId!, submission: (await submissionOf(requestId!))! };
    }
    const { id } = await world.model(admin, sourceId);
    const change = { content: second, basedOn: { version: 1 }, ...submit };
    const { body } = await world.call(dana, 'post', `/models/${id}/changes`, change).expect(202);
    const { requestId } = body as { requestId: string };
    return { id, requestId, submission: (await submissionOf(requestId))! };
  }

  const submissionOf = async (requestId: string) =>
    (await world.eventsOf(DraftSubmitted, workspace.id, requestId))[0]?.data;
  const approvers = (): string[] => [workspace.members.admin.id, workspace.members['workspace-editor'].id];
  const approve = (submission: Pending['submission'], over: Partial<DataOf<typeof RequestApproved>> = {}) =>
    world.approvals.send(RequestApproved, workspace.id, submission.requestId, {
      ...approvalOf(submission, approvers()),
      ...over,
    });
  const read = async (id: string): Promise<Record<string, unknown>> =>
    (await world.call(workspace.members.admin, 'get', `/models/${id}`).expect(200)).body as Record<string, unknown>;

  const later = (seconds: number, ...requestIds: string[]) =>
    world.service.dataSource.query(
      'update submission set sent_at = sent_at - make_interval(secs => $1) where request_id = any($2::uuid[])',
      [seconds, requestIds],
    );
  const round = (): Promise<string[]> => {
    const resend = world.service.app.get(ResendSubmissions);
    return world.service.bus.transactions.run((tx) => resend.execute(tx));
  };

  it('publishes once per attempt and repeats its answer', async () => {
    const { id, requestId, submission } = await pending('published');
    const approved = newEvent(RequestApproved, workspace.id, requestId, approvalOf(submission, approvers()));
    await world.approvals.sendAgain(approved);
    const answer = await world.nextEvent(PublicationApplied, workspace.id, requestId);
    await world.approvals.sendAgain(newEvent(RequestApproved, workspace.id, requestId, approved.data));
    expect(await world.nextEvent(PublicationApplied, workspace.id, requestId, 2)).toEqual(answer);
    expect(answer).toMatchObject({ attempt: 1, publishedBy: approvers(), items: [{ version: 2, revision: 2 }] });
    await approve(submission, { attempt: 2 });
    expect(await world.nextEvent(PublicationRejected, workspace.id, requestId)).toEqual({
      ...{ requestId, attempt: 2 },
      reasons: [expect.objectContaining({ resourceId: id, code: 'draft.not-in-review' })],
    });
    expect(await read(id)).toMatchObject({ published: { version: 2, content: second, how: 'request' }, draft: null });
  });

  it('has one effect of an event that is delivered twice', async () => {
    const { requestId, submission } = await pending();
    const approved = newEvent(RequestApproved, workspace.id, requestId, approvalOf(submission, approvers()));
    const other = await pending();
    await world.approvals.sendAgain(approved);
    await world.nextEvent(PublicationApplied, workspace.id, requestId);
    await world.approvals.sendAgain(approved);
    await approve(other.submission);
    await world.nextEvent(PublicationApplied, workspace.id, other.requestId);
    expect(await world.eventsOf(PublicationApplied, workspace.id, requestId)).toHaveLength(1);
  });

  it('publishes nothing else than what was submitted', async () => {
    const { id, requestId, submission } = await pending('published');
    const { pins } = approvalOf(submission, approvers());
    const forged = [
      [{ ...pins[0]!, revision: 1 }],
      [{ ...pins[0]!, contentHash: 'f'.repeat(64) }],
      [...pins, { ...pins[0]!, resourceId: newId() }],
    ];
    for (const [index, each] of forged.entries()) {
      await approve(submission, { attempt: index + 1, pins: each });
      const rejected = await world.nextEvent(PublicationRejected, workspace.id, requestId, index + 1);
      expect(rejected.attempt).toBe(index + 1);
    }
    expect(await read(id)).toMatchObject({ published: { version: 1 }, draft: { state: 'in_review', requestId } });
    await approve(submission, { requestId: newId() });
    await approve(submission, { attempt: 4 });
    await world.nextEvent(PublicationApplied, workspace.id, requestId);
    expect(await read(id)).toMatchObject({ published: { version: 2 } });
  });

  it('does not publish for another workspace', async () => {
    const { id, requestId, submission } = await pending();
    const foreign = await world.workspace();
    await world.approvals.send(RequestApproved, foreign.id, requestId, approvalOf(submission, approvers()));
    const rejected = await world.nextEvent(PublicationRejected, foreign.id, requestId);
    expect(rejected.reasons).toMatchObject([{ resourceId: id, code: 'draft.not-in-review' }]);
    expect(await read(id)).toMatchObject({ published: null, draft: { requestId } });
  });

  it('answers with the reason when the base version moved, and leaves the draft in review', async () => {
    const { id, requestId, submission } = await pending('published');
    const hotfix = {
      ...{ content: modelContent({ query: 'select 1 as id, email, city from customers' }), basedOn: { version: 1 } },
      action: 'publish_now',
    };
    await world.call(workspace.members.admin, 'post', `/models/${id}/changes`, hotfix).expect(200);
    await approve(submission);
    expect(await world.nextEvent(PublicationRejected, workspace.id, requestId)).toMatchObject({
      ...{ requestId, attempt: 1 },
      reasons: [{ resourceId: id, kind: 'model', code: 'draft.stale' }],
    });
    expect(await read(id)).toMatchObject({ published: { version: 2 }, draft: { state: 'in_review', stale: true } });
    const withdrawn = decisionOf(submission, approvers()[0]!);
    await world.approvals.send(RequestWithdrawn, workspace.id, requestId, withdrawn);
    await world.nextEvent(DraftReleased, workspace.id, requestId);
    expect(await read(id)).toMatchObject({ draft: { state: 'editing', requestId: null } });
  });

  it('records who published directly, on an open request too', async () => {
    const { id, requestId, submission } = await pending();
    await approve(submission, { how: 'direct', approvedBy: [workspace.members.admin.id] });
    const applied = await world.nextEvent(PublicationApplied, workspace.id, requestId);
    expect(applied).toMatchObject({ how: 'direct', requestId, publishedBy: [workspace.members.admin.id] });
    expect(await read(id)).toMatchObject({ published: { how: 'direct', requestId } });
  });

  it('answers a fault that trying again would not cure, with nothing half done', async () => {
    const { id, requestId, submission } = await pending('published');
    const { dataSource } = world.service;
    await dataSource.query(
      `insert into version select workspace_id, resource_id, 2, 2, null, null, source_id, null, publication_id, now(), now()
         from version
        where resource_id = $1`,
      [id],
    );
    await approve(submission);
    expect(await world.nextEvent(PublicationRejected, workspace.id, requestId)).toMatchObject({
      reasons: [{ resourceId: id, code: 'publication.failed' }],
    });
    expect(await read(id)).toMatchObject({ published: { version: 1 }, draft: { state: 'in_review', requestId } });
    expect(await world.eventsOf(PublicationApplied, workspace.id, requestId)).toEqual([]);
  });

  it('gives withdrawn drafts back, and repeats the answer', async () => {
    const { id, requestId, submission } = await pending();
    const withdrawn = decisionOf(submission, approvers()[0]!);
    await world.approvals.send(RequestWithdrawn, workspace.id, requestId, withdrawn);
    const answer = await world.nextEvent(DraftReleased, workspace.id, requestId);
    expect(answer).toEqual({
      ...{ requestId, outcome: 'withdrawn' },
      items: [{ resourceId: id, kind: 'model', name: 'customers', resourceDisappeared: false }],
    });
    const resubmit = { action: 'submit', items: [{ resourceId: id, revision: 1 }], reviewers: [approvers()[0]] };
    const { body } = await world.call(workspace.members['workspace-draft-editor'], 'post', '/change-sets', resubmit);
    await world.approvals.send(RequestWithdrawn, workspace.id, requestId, withdrawn);
    expect(await world.nextEvent(DraftReleased, workspace.id, requestId, 2)).toEqual(answer);
    await approve(submission);
    await world.nextEvent(PublicationRejected, workspace.id, requestId);
    expect(await read(id)).toMatchObject({ published: null, draft: { state: 'in_review', ...(body as object) } });
  });

  it('discards drafts; a model that never was live disappears, one that was stays as it is', async () => {
    const [fresh, live] = [await pending(), await pending('published')];
    for (const { requestId, submission } of [fresh, live])
      await world.approvals.send(RequestDraftDeleted, workspace.id, requestId, decisionOf(submission, approvers()[0]!));
    expect(await world.nextEvent(DraftReleased, workspace.id, fresh.requestId)).toMatchObject({
      ...{ outcome: 'deleted', items: [{ resourceId: fresh.id, resourceDisappeared: true }] },
    });
    expect(await world.nextEvent(DraftReleased, workspace.id, live.requestId)).toMatchObject({
      ...{ outcome: 'deleted', items: [{ resourceId: live.id, resourceDisappeared: false }] },
    });
    await world.call(workspace.members.admin, 'get', `/models/${fresh.id}`).expect(404);
    expect(await read(live.id)).toMatchObject({ published: { version: 1 }, draft: null });
    expect((await world.eventsOf(ModelState, workspace.id, fresh.id)).at(-1)?.data).toMatchObject({ deleted: true });
  });

  it('leaves a model empty that syncs refer to; it can be saved anew', async () => {
    const { id, requestId, submission } = await pending();
    const { admin } = workspace.members;
    const destinationId = await world.connection(admin, 'destinations');
    const sync = await world.sync(admin, id, destinationId, { action: 'save_draft' });
    await world.approvals.send(RequestDraftDeleted, workspace.id, requestId, decisionOf(submission, admin.id));
    await world.nextEvent(DraftReleased, workspace.id, requestId);
    expect(await read(id)).toMatchObject({ published: null, draft: null, syncs: [{ id: sync.id }] });
    const tag = await world.etagOf(admin, `/models/${id}`);
    const deletion = await world.call(admin, 'delete', `/models/${id}`, undefined, tag).expect(409);
    expect(deletion.body).toMatchObject({ code: 'model.has-syncs', details: { syncs: [{ id: sync.id }] } });
    const anew = { content: second, basedOn: null, action: 'save_draft' };
    const { body } = await world.call(admin, 'post', `/models/${id}/changes`, anew).expect(200);
    expect(body).toMatchObject({ revision: 2 });
  });

  it('sends a submission again that nobody acknowledges for a minute', async () => {
    const { requestId, submission, id } = await pending();
    const other = await pending();
    await world.approvals.send(RequestSubmitted, workspace.id, other.requestId, submittedOf(other.submission));
    const { submittedBy, submittedAt } = submission;
    const request = { id: requestId, number: null, submittedBy, submittedAt };
    expect(await read(id)).toMatchObject({ draft: { settling: true, request } });
    await eventually(async () => expect(await read(other.id)).toMatchObject({ draft: { settling: false } }));
    expect(await read(other.id)).toMatchObject({
      draft: { request: { id: other.requestId, number: expect.any(Number) } },
    });
    expect(await read(id)).toMatchObject({ draft: { settling: true } });
    await later(61, requestId, other.requestId);
    const sent = [...(await round()), ...(await round())];
    const again = await world.nextEvent(DraftSubmitted, workspace.id, requestId, 2);
    expect(again).toEqual(submission);
    expect(sent.filter((each) => each === requestId).length).toBeLessThanOrEqual(1);
    expect(await world.eventsOf(DraftSubmitted, workspace.id, other.requestId)).toHaveLength(1);
  });

  it('sends it as the same event, so that it never waits behind itself, and ever more rarely', async () => {
    const { requestId } = await pending();
    const sent = (): Promise<{ event_id: string; actor: string }[]> =>
      world.service.dataSource.query('select event_id, actor from outbox where subject = $1', [requestId]);
    const sentAfter = async (seconds: number): Promise<number> => {
      await later(seconds, requestId);
      await round();
      return (await sent()).length;
    };
    expect([await sentAfter(50), await sentAfter(11)]).toEqual([1, 2]);
    expect([await sentAfter(110), await sentAfter(11)]).toEqual([2, 3]);
    await world.service.dataSource.query('update submission set resends = 5000 where request_id = $1', [requestId]);
    expect([await sentAfter(3_590), await sentAfter(11)]).toEqual([3, 4]);
    const events = new Set((await sent()).map(({ event_id: id, actor }) => `${id} ${actor}`));
    expect([...events]).toEqual([expect.stringContaining(workspace.members['workspace-draft-editor'].id)]);
  });
});
