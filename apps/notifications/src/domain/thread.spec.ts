import { newId } from '@imprimatur/kernel';
import { happened, requestFacts } from '../../test/requests.ts';
import { announceCommented, announceSubmitted } from './announce-request.ts';
import { threadingOf } from './thread.ts';

const [dana, erin] = [newId(), newId()];
const facts = requestFacts({ submittedBy: dana });
const submitted = announceSubmitted(
  happened(newId(), dana, {
    ...facts,
    submittedAt: '2026-03-02T09:00:00Z',
    comment: null,
    reviewers: [erin],
    requiredApprovals: 1,
  }),
);
const commented = announceCommented(
  happened(newId(), dana, {
    ...facts,
    commentId: newId(),
    commentedBy: dana,
    commentedAt: '2026-03-02T09:00:00Z',
    text: '?',
  }),
);

describe('mails about one request', () => {
  it('are one thread for each reader: later ones refer to the first', () => {
    expect(threadingOf(submitted, erin).root).toBeNull();
    expect(threadingOf(commented, erin).root).toBe(threadingOf(submitted, erin).own);
    expect(threadingOf(commented, dana).root).not.toBe(threadingOf(commented, erin).root);
  });

  it('have the same ids whenever they are derived, and no two the same', () => {
    expect(threadingOf(commented, erin)).toEqual(threadingOf({ ...commented }, erin));
    expect(threadingOf(commented, erin).own).not.toBe(threadingOf(commented, dana).own);
  });
});
