import {
  MemberState,
  ModelState,
  PublicationApplied,
  RequestCommented,
  RequestReviewersChanged,
  RequestVoted,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually, modelContent, seedMember, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { appliedTo, draftedModel, submit, untilStatus, type Submitted } from './testing/submission.fixture.ts';

describe('reviewing', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: SeededMember;
  let adam: Caller;
  let vic: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = acme.members['workspace-editor'];
    adam = memberOf(acme, 'admin');
    vic = memberOf(acme, 'workspace-viewer');
  });
  afterAll(() => world.close());

  const approve = (by: Caller, { id, etag }: Submitted) =>
    world.call(by, 'post', `/${id}/approve`).set('if-match', etag);
  const read = async (by: Caller, id: string) => (await world.call(by, 'get', `/${id}`).expect(200)).body;
  const editor = async (name: string): Promise<SeededMember> => {
    const { manager } = world.service.dataSource;
    const member = await seedMember(manager, acme.id, { roleId: acme.roles['workspace-editor'].id, name });
    await world.signIn(member);
    return member;
  };
  const change = async (
    member: SeededMember,
    over: { roleId?: string; deleted?: boolean },
    seq: number,
  ): Promise<void> => {
    const { id, workspaceId, name, email, roleId } = member;
    const state = { id, workspaceId, name, email, roleId, kind: 'person' as const, active: true, deleted: false, seq };
    await world.identity.send(MemberState, acme.id, id, { ...state, ...over });
    const heard = async () => {
      const rows = await world.service.dataSource.query('select 1 from access_member where id = $1 and seq = $2', [
        id,
        seq,
      ]);
      expect(rows).toHaveLength(1);
    };
    await eventually(heard);
  };

  it('counts the vote of who lost the right no more, and again when it came back', async () => {
    const fay = await editor('Fay');
    const request = await submit(world, dana, [erin], { requiredApprovals: 2 });
    const first = await approve(fay, request).expect(202);
    expect(first.body).toMatchObject({ status: 'pending', approvals: 1, requiredApprovals: 2 });
    await change(fay, { roleId: acme.roles['workspace-viewer'].id }, 2);

    const second = await approve(adam, request).expect(202);
    expect(second.body).toMatchObject({ status: 'pending', approvals: 1 });
    const seen = await read(dana, request.id);
    expect(seen).toMatchObject({ approvals: 1, decided: null });
    expect(seen.votes).toEqual([
      expect.objectContaining({ memberId: fay.id, counts: false }),
      expect.objectContaining({ memberId: adam.id, counts: true }),
    ]);

    await change(fay, {}, 3);
    expect((await read(dana, request.id)).approvals).toBe(2);
    const again = await approve(adam, request).expect(202);
    expect(again.body).toMatchObject({ status: 'approved', approvals: 2 });
    expect((await world.eventsOf(RequestVoted, request.id)).map(({ data }) => data.approvals)).toEqual([1, 1]);
  });

  it('once approved, later changes of rights change nothing', async () => {
    const flo = await editor('Flo');
    const request = await submit(world, dana, [erin]);
    await approve(flo, request).expect(202);
    await change(flo, { deleted: true }, 2);
    await world.resources.send(PublicationApplied, acme.id, request.id, appliedTo(request, 1, flo.id));
    await untilStatus(world, dana, request.id, 'published');
    expect(await read(dana, request.id)).toMatchObject({ approvals: 1, votes: [{ memberId: flo.id, counts: true }] });
  });

  it.each([
    ['publishers', 202, 202],
    ['never', 403, 403],
    ['always', 202, 202],
  ] as const)('of own work, with selfApproval %s', async (selfApproval, submitter, contributor) => {
    const solo = await world.workspace({ settings: { selfApproval } });
    const [ed, admin] = [memberOf(solo, 'workspace-editor'), memberOf(solo, 'admin')];
    const own = await submit(world, ed, [admin]);
    const shared = await submit(world, admin, [admin], { items: [draftedModel({ contributors: [ed.id] })] });
    const answers = [await approve(ed, own), await approve(ed, shared)];
    expect(answers.map(({ status }) => status)).toEqual([submitter, contributor]);
    for (const { status, body } of answers) if (status === 403) expect(body.code).toBe('approver.self-approval');
  });

  it('leaves room to decide: a thread that is full takes no more comments, and decisions all the same', async () => {
    const request = await submit(world, dana, [erin], { requiredApprovals: 2 });
    await world.service.dataSource.query(
      `insert into comment (workspace_id, request_id, id, commented_by, commented_at, text)
         select $1, $2, gen_random_uuid(), $3, now(), 'again' from generate_series(1, 500)`,
      [acme.id, request.id, vic.id],
    );
    const full = { status: 409, body: { code: 'request.thread-full' } };
    expect(await world.call(vic, 'post', `/${request.id}/comments`).send({ text: 'and again' })).toMatchObject(full);
    expect(await approve(adam, request).send({ comment: 'me too' })).toMatchObject(full);
    await approve(adam, request).expect(202);
    await world.call(dana, 'post', `/${request.id}/withdraw`).send({ comment: 'enough' }).expect(202);
    expect((await read(dana, request.id)).comments).toHaveLength(501);
  });

  it('of own work by who approves but could not publish, with selfApproval publishers', async () => {
    const gail = memberOf(acme, 'audience-editor');
    const request = await submit(world, gail, [erin]);
    expect((await approve(gail, request)).body.code).toBe('approver.self-approval');
    const { decision, reviewers } = await read(gail, request.id);
    expect(decision).toMatchObject({ mayApprove: false, mayWithdraw: true, mayPublishNow: false });
    expect(decision.reasons).toContainEqual(
      expect.objectContaining({ action: 'approve', code: 'approver.self-approval' }),
    );
    expect(reviewers).toEqual([{ memberId: erin.id, canAct: true, code: null }]);
  });

  it('is refused once a newer version was published, and withdraw stays open', async () => {
    const item = draftedModel({ baseVersion: 1 });
    const request = await submit(world, dana, [erin], { items: [item] });
    const published = { version: 1, revision: 1, content: modelContent(), publishedAt: new Date().toISOString() };
    const state = {
      id: item.resourceId,
      workspaceId: acme.id,
      deleted: false,
      name: item.name,
      sourceId: newId(),
      draft: null,
    };
    await world.resources.send(ModelState, acme.id, item.resourceId, { ...state, seq: 1, published });
    await world.resources.send(ModelState, acme.id, item.resourceId, {
      ...state,
      seq: 3,
      published: { ...published, version: 2 },
    });
    await eventually(async () => expect((await read(erin, request.id)).items[0].staleNow).toBe(true));
    await world.resources.send(ModelState, acme.id, item.resourceId, { ...state, seq: 2, published });
    await submit(world, dana, [erin]);

    for (const command of ['approve', 'publish-now']) {
      const answer = await world.call(erin, 'post', `/${request.id}/${command}`).set('if-match', request.etag);
      expect([answer.status, answer.body.code]).toEqual([409, 'request.stale']);
    }
    const { decision } = await read(erin, request.id);
    expect(decision).toMatchObject({
      mayApprove: false,
      mayPublishNow: false,
      mayWithdraw: true,
      mayDeleteDraft: true,
    });
    await world.call(erin, 'post', `/${request.id}/withdraw`).expect(202);
  });

  it('is asked of members who can, and of nobody in vain', async () => {
    const request = await submit(world, dana, [erin]);
    const choose = (body: object, by: Caller = dana) => world.call(by, 'put', `/${request.id}/reviewers`).send(body);
    const gone = await editor('Gone');
    await change(gone, { deleted: true }, 2);
    for (const [member, code] of [
      [vic, 'approver.rights-missing'],
      [dana, 'approver.rights-missing'],
      [gone, 'approver.inactive'],
      [{ id: newId() }, 'approver.inactive'],
    ] as const) {
      const refused = await choose({ add: [adam.id, member.id] });
      expect([refused.status, refused.body.code]).toEqual([422, 'reviewer.not-an-approver']);
      expect(refused.body.fields).toEqual([expect.objectContaining({ path: '/add', code })]);
    }
    expect((await choose({ add: [adam.id, erin.id] }).expect(200)).body).toEqual({ reviewers: [erin.id, adam.id] });
    expect((await choose({ add: [adam.id] }).expect(200)).body).toEqual({ reviewers: [erin.id, adam.id] });
    expect((await choose({ remove: [erin.id, vic.id] }, adam).expect(200)).body).toEqual({ reviewers: [adam.id] });
    const changes = await world.eventsOf(RequestReviewersChanged, request.id);
    expect(changes.map(({ data }) => [data.changedBy, data.added, data.removed])).toEqual([
      [dana.id, [adam.id], []],
      [adam.id, [], [erin.id]],
    ]);
    expect(changes[0]!.data.participants).toEqual([dana.id, erin.id, adam.id]);

    await world.call(dana, 'post', `/${request.id}/withdraw`).expect(202);
    expect((await choose({ add: [erin.id] })).body).toMatchObject({ status: 409, code: 'request.closed' });
  });

  it('shows which reviewers can act', async () => {
    const hal = await editor('Hal');
    const ida = await editor('Ida');
    const request = await submit(world, dana, [hal, ida]);
    await change(hal, { roleId: acme.roles['workspace-viewer'].id }, 2);
    await change(ida, { deleted: true }, 2);
    expect((await read(dana, request.id)).reviewers).toEqual(
      expect.arrayContaining([
        { memberId: hal.id, canAct: false, code: 'approver.rights-missing' },
        { memberId: ida.id, canAct: false, code: 'approver.inactive' },
      ]),
    );
  });

  it('is talked about in a thread, also after the decision, and who talks takes part', async () => {
    const request = await submit(world, dana, [erin]);
    const say = (by: Caller, text: string) =>
      world.call(by, 'post', `/${request.id}/comments`).send({ text }).expect(201);
    const { body: first } = await say(vic, 'why?');
    await approve(erin, request).expect(202);
    const { body: second } = await say(dana, ' because ');
    const { comments, people } = await read(vic, request.id);
    expect(comments).toMatchObject([
      { id: first.id, commentedBy: vic.id, text: 'why?' },
      { id: second.id, commentedBy: dana.id, text: 'because' },
    ]);
    expect(people).toContainEqual({ id: vic.id, name: 'The workspace-viewer' });
    const [commented] = await world.eventsOf(RequestCommented, request.id);
    expect(commented).toMatchObject({
      actor: vic.id,
      data: { commentId: first.id, participants: [dana.id, erin.id, vic.id] },
    });
  });
});
