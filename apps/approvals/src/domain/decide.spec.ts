import { builtInRole } from '@imprimatur/abilities';
import { approve, deleteDraft, publishNow, retry, withdraw, type Act, type PublishingAct } from './decide.ts';
import { couldPublishAll, isApprover, type Person } from './eligibility.ts';
import { id, modelItem, now, person, request, situation, vote } from './request.fixture.ts';
import { requestStatuses, type RequestStatus } from './request-status.ts';

const dana = person('dana', 'workspace-draft-editor');
const erin = person('erin', 'workspace-editor');
const frank = person('frank', 'workspace-editor');
/** Approves, and publishes nothing. */
const gail = person('gail', 'audience-editor');
const nobody = new Map<string, Person>();
const among = (...people: Person[]) => new Map(people.map((one) => [one.memberId, one]));
const { itemsHash } = request();

const act = (by: Person, over: Partial<PublishingAct> = {}): PublishingAct => ({
  ...{ person: by, comment: null, itemsHash, now },
  ...over,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'done';
};

describe('approving a pending request', () => {
  it('decides it with the vote that meets the quorum', () => {
    const { request: after, outcome, approvals } = approve(situation(), act(erin, { comment: 'good' }), nobody);
    expect(after).toMatchObject({ status: 'approved', attempt: 1 });
    expect(after.decision).toEqual({
      ...{ how: 'approved', approvedBy: [erin.memberId], decidedBy: erin.memberId, decidedAt: now, comment: 'good' },
    });
    expect(outcome).toBe('approved');
    expect(approvals).toEqual([erin.memberId]);
  });

  it('only counts a vote before the quorum is met', () => {
    const { request: after, outcome } = approve(situation({ requiredApprovals: 2 }), act(erin), nobody);
    expect(after).toMatchObject({ status: 'pending', decision: null, attempt: 0 });
    expect(after.votes).toEqual([{ memberId: erin.memberId, itemsHash, votedAt: now }]);
    expect(outcome).toBeNull();
  });

  it('names the deciding approver last', () => {
    const two = situation({ requiredApprovals: 2, votes: [vote('erin')] });
    expect(approve(two, act(frank), among(erin)).request.decision?.approvedBy).toEqual([erin.memberId, frank.memberId]);
  });

  it('counts one vote a member, however often it is cast', () => {
    const again = approve(situation({ requiredApprovals: 2, votes: [vote('erin')] }), act(erin), among(erin));
    expect(again.request.status).toBe('pending');
    expect(again.request.votes).toHaveLength(1);
    expect(again.approvals).toEqual([erin.memberId]);
  });

  it.each([
    ['lost the right', among(person('erin', 'workspace-viewer'))],
    ['left', nobody],
    ['became a service account', among(person('erin', 'admin', 'service'))],
  ])('does not count an earlier voter who %s', (_, voters) => {
    const { request: after, approvals } = approve(
      situation({ requiredApprovals: 2, votes: [vote('erin')] }),
      act(frank),
      voters,
    );
    expect(after.status).toBe('pending');
    expect(approvals).toEqual([frank.memberId]);
  });

  it('does not count a vote that was given for other items', () => {
    const votes = [{ ...vote('erin'), itemsHash: 'f'.repeat(64) }];
    expect(approve(situation({ requiredApprovals: 2, votes }), act(frank), among(erin)).approvals).toHaveLength(1);
  });

  it('refuses a vote for items that were not the ones rendered', () => {
    expect(codeOf(() => approve(situation(), act(erin, { itemsHash: 'f'.repeat(64) }), nobody))).toBe(
      'request.items-changed',
    );
  });

  it('is refused when a base version has moved', () => {
    expect(codeOf(() => approve(situation({}, { stale: true }), act(erin), nobody))).toBe('request.stale');
  });

  it('takes the right on every item', () => {
    const elsewhere = modelItem({ name: 'orders', sourceId: id('other source') });
    const here = builtInRole('admin', id('here'));
    here.sources = here.sources.map((grant) => ({ ...grant, scope: id('warehouse') }));
    const both = situation({ items: [modelItem(), elsewhere] });
    expect(codeOf(() => approve(both, act(person('ines', here)), nobody))).toBe('approver.rights-missing');
  });

  it('is never for service accounts', () => {
    const robot = person('robot', 'admin', 'service');
    expect(codeOf(() => approve(situation(), act(robot), nobody))).toBe('approver.service-account');
  });
});

describe('approving one’s own work', () => {
  const by = (submitter: Person, contributors: string[]) => ({
    submittedBy: submitter.memberId,
    items: [modelItem({ contributors })],
  });
  const cases: ['publishers' | 'never' | 'always', string, Person, ReturnType<typeof by>, string][] = [
    ['publishers', 'a submitter who could publish', erin, by(erin, []), 'done'],
    ['publishers', 'a contributor who could publish', erin, by(dana, [erin.memberId]), 'done'],
    ['publishers', 'a submitter who could not', gail, by(gail, []), 'approver.self-approval'],
    ['publishers', 'a contributor who could not', gail, by(dana, [gail.memberId]), 'approver.self-approval'],
    ['never', 'a submitter who could publish', erin, by(erin, []), 'approver.self-approval'],
    ['never', 'a contributor who could publish', erin, by(dana, [erin.memberId]), 'approver.self-approval'],
    ['never', 'somebody else', erin, by(dana, []), 'done'],
    ['always', 'a submitter who could not publish', gail, by(gail, []), 'done'],
    ['always', 'a contributor who may not approve', dana, by(erin, [dana.memberId]), 'approver.rights-missing'],
  ];
  it.each(cases)('with %s, for %s', (selfApproval, _, who, work, expected) => {
    const own = situation(work, { selfApproval });
    expect(codeOf(() => approve(own, act(who, { itemsHash: own.request.itemsHash }), nobody))).toBe(expected);
  });

  it('does not count an earlier vote that has become one for own work', () => {
    const mine = situation(
      { requiredApprovals: 2, submittedBy: erin.memberId, votes: [vote('erin')] },
      { selfApproval: 'never' },
    );
    expect(approve(mine, act(frank), among(erin)).approvals).toEqual([frank.memberId]);
  });
});

describe('ending a request otherwise', () => {
  it('publish now is by who could publish every item, and recorded as direct', () => {
    const { request: after, outcome } = publishNow(situation({ requiredApprovals: 5 }), act(erin));
    expect(after).toMatchObject({
      status: 'approved',
      attempt: 1,
      decision: { how: 'direct', approvedBy: [erin.memberId] },
    });
    expect(outcome).toBe('approved');
    expect(couldPublishAll(request(), gail)).toBe(false);
    expect(codeOf(() => publishNow(situation(), act(gail)))).toBe('rights.missing');
    expect(codeOf(() => publishNow(situation({}, { stale: true }), act(erin)))).toBe('request.stale');
    expect(codeOf(() => publishNow(situation(), act(erin, { itemsHash: 'x' })))).toBe('request.items-changed');
  });

  const viewer = person('vic', 'workspace-viewer');
  const publisher = person('pat', {
    ...builtInRole('admin', id('pat')),
    sources: builtInRole('admin', id('pat')).sources.map((grant) => ({ ...grant, approve: false })),
  });
  it.each([
    ['the submitter', dana, 'done', 'done'],
    ['an approver', gail, 'done', 'done'],
    ['a publisher who may not approve', publisher, 'done', 'rights.missing'],
    ['a viewer', viewer, 'rights.missing', 'rights.missing'],
    ['another draft editor', person('dora', 'workspace-draft-editor'), 'rights.missing', 'rights.missing'],
    [
      'a service account with every right of approval',
      person('bot', 'audience-editor', 'service'),
      'rights.missing',
      'rights.missing',
    ],
  ])('withdraw and delete draft by %s', (_, who, withdrawn, deleted) => {
    const acting: Act = { person: who, comment: 'because', now };
    expect(codeOf(() => withdraw(situation(), acting))).toBe(withdrawn);
    expect(codeOf(() => deleteDraft(situation(), acting))).toBe(deleted);
  });

  it('withdraw and delete draft are allowed when the drafts are stale: that is a way out', () => {
    const stale = situation({}, { stale: true });
    expect(withdraw(stale, act(dana)).outcome).toBe('withdrawn');
    expect(deleteDraft(stale, act(dana, { comment: 'no' })).outcome).toBe('draft_deleted');
  });

  it('delete draft takes a comment', () => {
    expect(codeOf(() => deleteDraft(situation(), act(dana)))).toBe('request.comment-required');
  });

  it('retry makes another attempt and leaves the decision alone', () => {
    const failed = situation({ status: 'publish_failed', attempt: 2 });
    const { request: after, outcome } = retry(failed, act(frank));
    expect(after).toEqual({ ...failed.request, status: 'approved', attempt: 3 });
    expect(outcome).toBe('approved');
  });

  it('retry is by an approver; of a direct publication by a publisher', () => {
    const direct = { ...request({ status: 'publish_failed' }).decision!, how: 'direct' as const };
    expect(codeOf(() => retry(situation({ status: 'publish_failed' }), act(gail)))).toBe('done');
    expect(codeOf(() => retry(situation({ status: 'publish_failed', decision: direct }), act(gail)))).toBe(
      'rights.missing',
    );
    expect(codeOf(() => retry(situation({ status: 'publish_failed' }), act(publisher)))).toBe(
      'approver.rights-missing',
    );
    expect(codeOf(() => retry(situation({ status: 'publish_failed', decision: direct }), act(publisher)))).toBe('done');
    expect(codeOf(() => retry(situation({ status: 'publish_failed' }, { stale: true }), act(erin)))).toBe(
      'request.stale',
    );
  });
});

describe('every command in every status', () => {
  const commands = {
    approve: (status: RequestStatus) => approve(situation({ status }), act(erin), nobody),
    publish_now: (status: RequestStatus) => publishNow(situation({ status }), act(erin)),
    withdraw: (status: RequestStatus) => withdraw(situation({ status }), act(erin)),
    delete_draft: (status: RequestStatus) => deleteDraft(situation({ status }), act(erin, { comment: 'no' })),
    retry: (status: RequestStatus) => retry(situation({ status }), act(erin)),
  };
  const allowed: Record<RequestStatus, string[]> = {
    pending: ['approve', 'publish_now', 'withdraw', 'delete_draft'],
    publish_failed: ['withdraw', 'delete_draft', 'retry'],
    ...{ approved: [], published: [], withdrawn: [], draft_deleted: [] },
  };
  const pairs = requestStatuses.flatMap((status) => Object.keys(commands).map((name) => [status, name] as const));

  it.each(pairs)('%s, %s', (status, name) => {
    const refused = status === 'pending' ? 'request.illegal-transition' : 'request.decided';
    const expected = allowed[status].includes(name) ? 'done' : refused;
    expect(codeOf(() => commands[name as keyof typeof commands](status))).toBe(expected);
  });

  it('tells who comes too late what won', () => {
    expect(() => withdraw(situation({ status: 'approved' }), act(dana))).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ status: 'approved', how: 'approved', decidedBy: erin.memberId }) as unknown,
      }) as Error,
    );
  });

  it('says nothing of the decision to who has no right to it', () => {
    expect(codeOf(() => approve(situation({ status: 'published' }), act(dana), nobody))).toBe(
      'approver.rights-missing',
    );
    expect(isApprover(request(), dana)).toBe(false);
  });
});
