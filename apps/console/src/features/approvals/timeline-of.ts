import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import { personOf } from './person-of.ts';
import { visibleItems } from './going-live.ts';
import type { ApprovalRequest } from './request-query.ts';

const { timeline } = strings.approvals;
const list = new Intl.ListFormat('en');

export interface Step {
  key: string;
  text: string;
  at: string | null;
}

/** What was done about a request, from the drafts it was made of to what came of it; what was said stands in the activity. */
export function timelineOf(request: ApprovalRequest): Step[] {
  const { submittedBy, submittedAt, votes, decided, outcome } = request;
  const contributors = [...new Set(visibleItems(request).flatMap((item) => item.contributors))];
  const names = contributors.map((id) => personOf(request, id));
  const steps: Step[] = [
    ...(names.length > 0 ? [{ key: 'saved', text: timeline.saved(list.format(names.map(isolated))), at: null }] : []),
    { key: 'submitted', text: timeline.submitted(personOf(request, submittedBy)), at: submittedAt },
    ...votes.map(({ memberId, votedAt }) => ({
      key: memberId,
      text: timeline.voted(personOf(request, memberId)),
      at: votedAt,
    })),
  ];
  if (decided !== null && decided.how !== 'approved')
    steps.push({
      key: 'decided',
      text: timeline[decided.how](personOf(request, decided.decidedBy)),
      at: decided.decidedAt,
    });
  if (outcome?.answeredAt && outcome.answer === 'applied')
    steps.push({ key: 'outcome', text: timeline.published, at: outcome.answeredAt });
  if (outcome?.answeredAt && outcome.answer === 'rejected')
    steps.push({ key: 'outcome', text: timeline.failed, at: outcome.answeredAt });
  return steps;
}
