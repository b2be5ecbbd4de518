import { builtInRole } from '@imprimatur/abilities';
import { RequestCommented, type RequestItem, type Schedule, type SyncContent } from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { draftedModel, draftedSync, rejected, submit, type Submitted } from './testing/submission.fixture.ts';

describe('what a request says of itself', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
  });
  afterAll(() => world.close());

  const read = async (by: Caller, id: string) => (await world.call(by, 'get', `/${id}`).expect(200)).body;
  const post = (by: Caller, { id, etag }: Submitted, command: string, body: object = {}) =>
    world.call(by, 'post', `/${id}/${command}`).set('if-match', etag).send(body);
  const approverIds = ({ approvers }: { approvers: { memberId: string }[] }) =>
    approvers.map(({ memberId }) => memberId);

  it('who can approve it now, by name, and why the reader cannot', async () => {
    const robot = await seedMember(world.service.dataSource.manager, acme.id, {
      roleId: acme.roles.admin.id,
      kind: 'service',
    });
    const gone = await seedMember(world.service.dataSource.manager, acme.id, {
      roleId: acme.roles.admin.id,
      active: false,
    });
    const request = await submit(world, erin, [memberOf(acme, 'admin')]);
    const seen = await read(dana, request.id);
    expect(seen.approvers).toContainEqual({ memberId: erin.id, name: 'The workspace-editor' });
    expect(seen.approvers).toHaveLength(7);
    for (const { id } of [robot, gone, dana, memberOf(acme, 'workspace-viewer')])
      expect(approverIds(seen)).not.toContain(id);
    expect(seen.decision).toMatchObject({ mayApprove: false });
    expect(seen.decision.reasons).toContainEqual({
      action: 'approve',
      code: 'approver.rights-missing',
      message: 'The role does not grant approval on every item of this request.',
    });

    await post(memberOf(acme, 'admin'), request, 'withdraw').expect(202);
    expect((await read(dana, request.id)).approvers).toEqual([]);
  });

  it('who can retry it after a failure, and nobody while it is being published', async () => {
    const request = await submit(world, dana, [erin]);
    await rejected(world, [request], async (approved) => {
      const answer = await post(erin, approved, 'approve');
      expect((await read(dana, approved.id)).approvers).toEqual([]);
      return answer;
    });
    expect(approverIds(await read(dana, request.id))).toContain(erin.id);
  });

  it('who can retry what was published directly: its publishers, whether they approve or not', async () => {
    const { manager } = world.service.dataSource;
    const publisher = builtInRole('workspace-editor', newId());
    const sources = publisher.sources.map((grant) => ({ ...grant, approve: false }));
    await seedRole(manager, acme.id, { ...publisher, builtIn: false, name: 'Publisher', sources });
    const pia = await seedMember(manager, acme.id, { roleId: publisher.id });
    const [adam, audience] = [memberOf(acme, 'admin'), memberOf(acme, 'audience-editor')];
    const request = await submit(world, dana, [erin]);
    const before = approverIds(await read(dana, request.id));
    expect(before).toContain(audience.id);
    expect(before).not.toContain(pia.id);
    await rejected(world, [request], (open) => post(adam, open, 'publish-now'));
    const after = approverIds(await read(dana, request.id));
    expect(after).toContain(pia.id);
    expect(after).not.toContain(audience.id);
  });

  it('when a changed schedule would run next, as the clocks of the workspace show it', async () => {
    const india = await world.workspace({ settings: { timeZone: 'Asia/Kolkata' } });
    const submitter = memberOf(india, 'workspace-draft-editor');
    const item = draftedSync();
    const schedule: Schedule = { kind: 'weekly', days: ['monday'], times: ['14:00'], timeZone: 'UTC' };
    const content = { ...(item.content as SyncContent), schedule };
    const request = await submit(world, submitter, [memberOf(india, 'workspace-editor')], {
      items: [{ ...item, content, contentHash: contentHash(content) } as RequestItem],
    });
    const { changes } = (await read(submitter, request.id)).items[0];
    const changed = changes.find(({ kind }: { kind: string }) => kind === 'schedule');
    expect(changed).toMatchObject({ after: 'on Monday at 14:00 (UTC)', timeZone: 'Asia/Kolkata' });
    expect(changed.localRuns).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/ 19:30$/)));
  });

  it('of a vote that decides nothing yet and says something, what it says, to all who took part', async () => {
    const request = await submit(world, dana, [erin], { requiredApprovals: 2 });
    await post(erin, request, 'approve').expect(202);
    expect(await world.eventsOf(RequestCommented, request.id)).toEqual([]);
    await post(erin, request, 'approve', { comment: 'mind the nulls' }).expect(202);
    const said = await world.eventsOf(RequestCommented, request.id);
    const { comments } = await read(dana, request.id);
    expect(said).toMatchObject([
      { actor: erin.id, data: { commentId: comments[0].id, commentedBy: erin.id, text: 'mind the nulls' } },
    ]);
    await post(memberOf(acme, 'admin'), request, 'approve', { comment: 'go' }).expect(202);
    expect(await world.eventsOf(RequestCommented, request.id)).toHaveLength(1);
  });

  it('every comment of it in one thread, those that came with a decision included, also of one that was overtaken', async () => {
    const request = await submit(world, dana, [erin], { requiredApprovals: 2 });
    const adam = memberOf(acme, 'admin');
    await post(erin, request, 'approve', { comment: 'first look' }).expect(202);
    await post(erin, request, 'approve', { comment: 'second look' }).expect(202);
    await post(dana, request, 'comments', { text: 'thanks' }).expect(201);
    await rejected(world, [request], (open) => post(adam, open, 'publish-now', { comment: 'cannot wait' }));
    await post(dana, request, 'withdraw', { comment: 'then not' }).expect(202);
    const { comments, votes, decided } = await read(dana, request.id);
    expect(comments).toEqual([
      expect.objectContaining({ commentedBy: erin.id, text: 'first look', on: 'vote' }),
      expect.objectContaining({ commentedBy: erin.id, text: 'second look', on: 'vote' }),
      expect.objectContaining({ commentedBy: dana.id, text: 'thanks', on: null }),
      expect.objectContaining({ commentedBy: adam.id, text: 'cannot wait', on: 'direct' }),
      expect.objectContaining({ commentedBy: dana.id, text: 'then not', on: 'withdrawn' }),
    ]);
    expect(votes).toMatchObject([{ memberId: erin.id, comment: 'second look' }]);
    expect(decided).toMatchObject({ how: 'withdrawn', comment: 'then not' });
    const found = await world.call(dana, 'get', '?tab=closed&q=cannot%20wait').expect(200);
    expect(found.body.items).toMatchObject([{ id: request.id }]);
    const [withdrawn] = (await world.events(request.id)).filter(({ type }) => type.includes('withdrawn'));
    expect(withdrawn!.data.participants).toEqual([dana.id, erin.id, adam.id]);
  });

  it('nothing of contributors to an item that the reader may not view', async () => {
    const [shared, secret] = [newId(), newId()];
    const ines = await viewerOf(shared);
    const ghost = await seedMember(world.service.dataSource.manager, acme.id, {
      roleId: acme.roles.admin.id,
      name: 'Ghostwriter',
    });
    const request = await submit(world, dana, [erin], {
      items: [draftedModel({ sourceId: shared }), draftedModel({ sourceId: secret, contributors: [ghost.id] })],
    });
    await world.service.dataSource.query('update access_member set role_id = $2 where id = $1', [
      ghost.id,
      acme.roles['workspace-viewer'].id,
    ]);
    const { text } = await world.call(ines, 'get', `/${request.id}`).expect(200);
    expect(text).not.toContain(ghost.id);
    expect(text).not.toContain('Ghostwriter');
    expect((await read(dana, request.id)).people).toContainEqual({ id: ghost.id, name: 'Ghostwriter' });
  });

  async function viewerOf(sourceId: string): Promise<SeededMember> {
    const { manager } = world.service.dataSource;
    const viewer = builtInRole('workspace-viewer', newId());
    const sources = viewer.sources.map((grant) => ({ ...grant, scope: sourceId }));
    await seedRole(manager, acme.id, { ...viewer, builtIn: false, name: 'One source', sources });
    const member = await seedMember(manager, acme.id, { roleId: viewer.id });
    await world.signIn(member);
    return member;
  }

  it('its changes, kind by kind, as documented', () => {
    const { schemas } = world.service.openapi().components!;
    expect(JSON.stringify(schemas!.VisibleItem)).toContain('#/components/schemas/Change');
    const documented = JSON.stringify(schemas!.Change);
    for (const kind of ['query', 'field', 'column', 'mapping', 'schedule']) expect(documented).toContain(`"${kind}"`);
    expect(schemas!.Hunk).toBeDefined();
  });

  it.each([1, 2, 3, 4, 5])('that %i approvals decide it, those of who may still approve', async (requiredApprovals) => {
    const request = await submit(world, dana, [erin], { requiredApprovals });
    const { manager } = world.service.dataSource;
    const voters = await Promise.all(
      Array.from({ length: requiredApprovals + 1 }, async () => {
        const voter = await seedMember(manager, acme.id, { roleId: acme.roles['workspace-editor'].id });
        await world.signIn(voter);
        return voter;
      }),
    );
    const lost = requiredApprovals > 1 ? voters[0]! : null;
    const answers = [];
    for (const voter of voters.slice(lost === null ? 1 : 0)) {
      const { body } = await post(voter, request, 'approve').expect(202);
      answers.push(`${body.status} ${body.approvals}`);
      if (voter === lost)
        await manager.query('update access_member set active = false, seq = seq + 1 where id = $1', [voter.id]);
    }
    const counted = Array.from({ length: requiredApprovals - 1 }, (_, n) => `pending ${n + 1}`);
    expect(answers).toEqual([...(lost === null ? [] : ['pending 1']), ...counted, `approved ${requiredApprovals}`]);
    const { decided, votes } = await read(dana, request.id);
    expect(decided.approvedBy).toEqual(voters.slice(1).map(({ id }) => id));
    expect(votes.filter(({ counts }: { counts: boolean }) => !counts)).toHaveLength(lost === null ? 0 : 1);
  });

  it('and is decided as ever while approvals are off', async () => {
    const off = await world.workspace({ settings: { requireApprovals: false }, plan: 'free' });
    const [submitter, editor] = [memberOf(off, 'workspace-draft-editor'), memberOf(off, 'workspace-editor')];
    const requests = [];
    for (let n = 0; n < 4; n++) requests.push(await submit(world, submitter, [editor]));
    const [one, two, three, four] = requests;
    await post(editor, one!, 'approve').expect(202);
    await post(editor, two!, 'publish-now').expect(202);
    await post(submitter, three!, 'withdraw').expect(202);
    await post(submitter, four!, 'delete-draft', { comment: 'no' }).expect(202);
  });
});
