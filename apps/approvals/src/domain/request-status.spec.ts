import {
  closedStatuses,
  isOpen,
  nextStatus,
  openStatuses,
  requestAnswers,
  requestCommands,
  requestStatuses,
  transitions,
  type RequestStatus,
} from './request-status.ts';

const steps = [...requestCommands, ...requestAnswers];

/** Written from `domain.md` §5, a row a status, a column a step in the order of `steps`; `-` is refused. */
const expected: Record<RequestStatus, string> = {
  //                vote    approve  publish_now withdraw  delete_draft  retry    applied   rejected
  pending: '        pending approved approved    withdrawn draft_deleted -        -         -',
  approved: '       -       -        -           -         -             -        published publish_failed',
  publish_failed: ' -       -        -           withdrawn draft_deleted approved -         -',
  published: '      -       -        -           -         -             -        -         -',
  withdrawn: '      -       -        -           -         -             -        -         -',
  draft_deleted: '  -       -        -           -         -             -        -         -',
};

describe('the life of a request', () => {
  it.each(requestStatuses)('from %s leads where the specification says, for every step', (status) => {
    const row = expected[status].trim().split(/\s+/);
    expect(steps.map((step) => nextStatus(status, step) ?? '-')).toEqual(row);
  });

  it('reaches every status from pending', () => {
    const reached = new Set<RequestStatus>(['pending']);
    for (const status of reached) for (const next of Object.values(transitions[status])) reached.add(next);
    expect([...reached].toSorted()).toEqual([...requestStatuses].toSorted());
  });

  it('has no way out of a closed request and one out of every open one', () => {
    expect([...openStatuses, ...closedStatuses].toSorted()).toEqual([...requestStatuses].toSorted());
    for (const status of requestStatuses) expect(Object.keys(transitions[status]).length > 0).toBe(isOpen(status));
  });
});
