import {
  DraftReleased,
  DraftSubmitted,
  MemberState,
  ModelState,
  PublicationApplied,
  PublicationRejected,
  type DataOf,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually, modelContent, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import {
  appliedTo,
  draftedModel,
  draftedSync,
  rejected,
  rejectionOf,
  submissionOf,
  submit,
  type Submitted,
} from './testing/submission.fixture.ts';

/** Nothing that arrives on the bus, however forged, late, repeated or out of order, may break what `domain.md` §8 promises of requests. */
describe('an event that nobody should have sent', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let other: SeededWorkspace;
  let dana: Caller;
  let erin: SeededMember;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    other = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = acme.members['workspace-editor'];
  });
  afterAll(() => world.close());

  const post = (by: Caller, { id, etag }: Submitted, command: string, body: object = {}) =>
    world.call(by, 'post', `/${id}/${command}`).set('if-match', etag).send(body);
  const read = async ({ id }: Submitted) => (await world.call(dana, 'get', `/${id}`).expect(200)).body;
  const events = async ({ id }: Submitted) => (await world.events(id)).map(({ type }) => type.split('.').at(-2));
  /** Events of one workspace are handled in order: when this one was, all before it were. */
  const everythingHandled = () => submit(world, dana, [erin]);
  const applied = (
    request: Submitted,
    over: Partial<DataOf<typeof PublicationApplied>> = {},
    workspaceId = acme.id,
  ) => {
    const data = { ...appliedTo(request, 1, erin.id), ...over };
    return world.resources.send(PublicationApplied, workspaceId, request.id, data);
  };
  const refused = (request: Submitted, attempt = 1) =>
    world.resources.send(PublicationRejected, acme.id, request.id, rejectionOf(request, attempt));
  const released = (request: Submitted, outcome: 'withdrawn' | 'deleted') =>
    world.resources.send(DraftReleased, acme.id, request.id, { requestId: request.id, outcome, items: [] });
  const resubmitted = (request: Submitted, over: Partial<DataOf<typeof DraftSubmitted>>, workspaceId = acme.id) =>
    world.resources.send(DraftSubmitted, workspaceId, request.id, {
      ...submissionOf(dana, [erin], { requestId: request.id, items: request.items }),
      ...over,
    });

  const publishFailed = async (): Promise<Submitted> => {
    const request = await submit(world, dana, [erin]);
    await rejected(world, [request], (open) => post(erin, open, 'approve'));
    return request;
  };
  const after = async (command: string): Promise<Submitted> => {
    const request = await submit(world, dana, [erin]);
    await post(erin, request, command, { comment: 'so' }).expect(202);
    return request;
  };
  const inStatus: Record<string, () => Promise<Submitted>> = {
    pending: () => submit(world, dana, [erin]),
    publish_failed: publishFailed,
    withdrawn: () => after('withdraw'),
    draft_deleted: () => after('delete-draft'),
    published: async () => {
      const request = await after('approve');
      await applied(request);
      await everythingHandled();
      return request;
    },
  };

  it.each(Object.keys(inStatus))('of any answer to a request that is %s, changes nothing', async (status) => {
    const request = await inStatus[status]!();
    const before = [await read(request), await events(request)];
    expect(before[0]).toMatchObject({ status });
    await applied(request);
    await refused(request);
    await applied(request, { attempt: 2 });
    await refused(request, 2);
    await released(request, status === 'withdrawn' ? 'deleted' : 'withdrawn');
    await everythingHandled();
    expect([await read(request), await events(request)]).toEqual(before);
  });

  it('of an answer that is no answer to what was approved, leaves it approved until the true one comes', async () => {
    const request = await after('approve');
    const [item] = appliedTo(request, 1, erin.id).items;
    await applied(request, { attempt: 2 });
    await applied(request, { attempt: null, how: 'direct' });
    await applied(request, { requestId: null });
    await applied(request, {}, other.id);
    await applied(request, { items: [{ ...item!, revision: 9 }] });
    await applied(request, { items: [{ ...item!, contentHash: 'f'.repeat(64) }] });
    await applied(request, { items: [{ ...item!, resourceId: newId() }] });
    await applied(request, { items: [item!, { ...item!, resourceId: newId() }] });
    await released(request, 'withdrawn');
    await released(request, 'deleted');
    await everythingHandled();
    expect(await read(request)).toMatchObject({ status: 'approved', settling: true, attempt: 1 });
    await applied(request);
    await refused(request);
    await everythingHandled();
    expect(await read(request)).toMatchObject({ status: 'published', settling: false, outcome: { answer: 'applied' } });
    expect(await events(request)).toEqual(['submitted', 'approved', 'published']);
  });

  it('of several items, is an answer only with all of them', async () => {
    const items = [draftedModel(), draftedSync()];
    const request = await submit(world, dana, [erin], { items });
    await post(erin, request, 'approve').expect(202);
    const { items: all } = appliedTo(request, 1, erin.id);
    await applied(request, { items: [all[0]!] });
    await applied(request, { items: [all[0]!, all[0]!] });
    await everythingHandled();
    expect(await read(request)).toMatchObject({ status: 'approved' });
    await applied(request, { items: all.toReversed() });
    await everythingHandled();
    expect(await read(request)).toMatchObject({ status: 'published' });
  });

  it.each(Object.keys(inStatus))(
    'of a second submission under the id of one that is %s, changes nothing',
    async (status) => {
      const request = await inStatus[status]!();
      const before = await read(request);
      await resubmitted(request, { submittedBy: erin.id, reviewers: [dana.id], requiredApprovals: 5, comment: 'mine' });
      await resubmitted(request, { items: [draftedModel({ name: 'Something else' })] });
      const next = await everythingHandled();
      expect(await read(request)).toEqual(before);
      expect((await read(next)).number).toBeGreaterThan(before.number);
      expect(
        new Set((await world.events(request.id)).filter(({ type }) => type.includes('submitted')).map(({ id }) => id)),
      ).toHaveProperty('size', 1);
    },
  );

  it('of a submission under the id of another workspace’s request, is that workspace’s own', async () => {
    const request = await submit(world, dana, [erin]);
    const before = await read(request);
    const stranger = memberOf(other, 'admin');
    await resubmitted(request, { submittedBy: stranger.id, items: [draftedModel()] }, other.id);
    await submit(world, stranger, [stranger]);
    expect(await read(request)).toEqual(before);
    const { body: theirs } = await world.call(stranger, 'get', `/${request.id}`).expect(200);
    expect(theirs).toMatchObject({ submittedBy: stranger.id, number: 1 });
    await world.call(stranger, 'post', `/${request.id}/withdraw`).expect(202);
    expect(await read(request)).toEqual(before);
  });

  it('of a submission that cannot be judged, is set aside and leaves the inbox as it is', async () => {
    const [model, sync] = [draftedModel(), draftedSync()];
    const nowhere = { ...sync.ends[0]!, destinationId: null, destinationName: null };
    const two = { ...model, ends: [model.ends[0]!, { ...model.ends[0]!, sourceId: newId() }] };
    const forged = [
      submissionOf(dana, [erin], { items: [{ ...sync, ends: [nowhere] }] }),
      submissionOf(dana, [erin], { items: [two] }),
    ];
    for (const each of forged) await world.resources.send(DraftSubmitted, acme.id, each.requestId, each, dana.id);
    await everythingHandled();
    await world.call(erin, 'get', '?tab=open').expect(200);
    for (const { requestId } of forged) await world.call(erin, 'get', `/${requestId}`).expect(404);
    const dead: { subject: string; reason: string }[] = await world.service.dataSource.query(
      'select subject, reason from dead_letter order by id',
    );
    expect(dead).toEqual(forged.map(({ requestId }) => ({ subject: requestId, reason: 'rule' })));
    await world.service.dataSource.query('delete from dead_letter');
  });

  it('of an answer before its submission, does not stand in its way', async () => {
    const submission = submissionOf(dana, [erin]);
    const early = { id: submission.requestId, workspaceId: acme.id, items: submission.items, etag: '' };
    await applied(early);
    await refused(early);
    await released(early, 'withdrawn');
    await world.resources.send(DraftSubmitted, acme.id, early.id, submission, dana.id);
    await everythingHandled();
    expect(await read(early)).toMatchObject({ status: 'pending', attempt: 0 });
    expect(await events(early)).toEqual(['submitted']);
  });

  it('of a state that is older than the one before, gives nobody back what they lost and makes nothing fresh', async () => {
    const { id, workspaceId, name, email, roleId } = memberOf(acme, 'model-sync-editor') as SeededMember;
    const mona = { id, workspaceId };
    const item = draftedModel({ baseVersion: 1 });
    const [request, stale] = [await submit(world, dana, [erin]), await submit(world, dana, [erin], { items: [item] })];
    const member = { id, workspaceId, name, email, roleId, kind: 'person' as const, active: true, deleted: false };
    const viewer = acme.roles['workspace-viewer'].id;
    const published = (version: number) => ({
      ...{ id: item.resourceId, workspaceId: acme.id, deleted: false, name: item.name, sourceId: newId(), draft: null },
      published: { version, revision: 1, content: modelContent(), publishedAt: new Date().toISOString() },
    });
    await world.identity.send(MemberState, acme.id, id, { ...member, roleId: viewer, seq: 5 });
    await world.identity.send(MemberState, acme.id, id, { ...member, seq: 4 });
    await world.identity.send(MemberState, acme.id, id, { ...member, seq: 1 });
    await world.resources.send(ModelState, acme.id, item.resourceId, { ...published(2), seq: 5 });
    await world.resources.send(ModelState, acme.id, item.resourceId, { ...published(1), seq: 4 });
    const mark = erin;
    await world.identity.send(MemberState, acme.id, mark.id, {
      ...{ id: mark.id, workspaceId, name: 'Erin', email: mark.email, roleId: mark.roleId },
      ...{ kind: 'person', active: true, deleted: false, seq: 2 },
    });
    await eventually(async () => {
      expect((await read(stale)).items[0].staleNow).toBe(true);
      expect((await read(request)).approvers).toContainEqual({ memberId: mark.id, name: 'Erin' });
    });
    await everythingHandled();
    expect((await post(mona, request, 'approve')).body.code).toBe('approver.rights-missing');
    expect((await post(erin, stale, 'approve')).body.code).toBe('request.stale');
  });
});
