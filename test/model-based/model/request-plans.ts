import { carryOut, deleteDrafts, withdraw } from './effects.ts';
import type { Governed, Request } from './governed.ts';
import type { Plan } from './plan.ts';
import { couldPublish, isApprover, requestIsStale, seesRequest, Verdict, whyNotApprover } from './verdicts.ts';

export type Decision = 'approve' | 'publish-now' | 'withdraw' | 'delete-draft' | 'retry';

export interface Act {
  by: string;
  decision: Decision;
  /** The hash of the items that the member saw. */
  seen: { hash: string; outdated: boolean };
}

const submitterOrApprover = (governed: Governed, name: string, { items, submittedBy }: Request): boolean =>
  submittedBy === name || isApprover(governed.roleOf(name), items);

/** §5: who may make this decision. */
function whyNotEntitled(governed: Governed, name: string, decision: Decision, request: Request): string[] {
  const role = governed.roleOf(name);
  const missing = (entitled: boolean): string[] => (entitled ? [] : ['rights.missing']);
  switch (decision) {
    case 'approve':
      return whyNotApprover(governed, name, request);
    case 'publish-now':
      return missing(couldPublish(role, request.items));
    case 'withdraw':
      return missing(submitterOrApprover(governed, name, request) || couldPublish(role, request.items));
    case 'delete-draft':
      return missing(submitterOrApprover(governed, name, request));
    case 'retry':
      return request.how === 'direct'
        ? missing(couldPublish(role, request.items))
        : whyNotApprover(governed, name, request);
  }
}

function whyNotNow({ status }: Request, decision: Decision): string[] {
  const ends = decision === 'withdraw' || decision === 'delete-draft';
  if (decision === 'retry' && status === 'pending') return ['request.illegal-transition'];
  const open = decision === 'retry' ? status === 'publish_failed' : status === 'pending';
  return open || (ends && status === 'publish_failed') ? [] : ['request.decided'];
}

/** Those whose vote counts now, the latest last: who lost the right does not count. */
export function counting(governed: Governed, request: Request, votes: readonly string[]): string[] {
  return votes.filter((name) => whyNotApprover(governed, name, request).length === 0);
}

/** What a request may be refused with, beside what its status and the member's rights have to say. */
export function whyNotDecide(governed: Governed, request: Request, { by, decision }: Omit<Act, 'seen'>): string[] {
  const publishes = decision === 'approve' || decision === 'publish-now' || decision === 'retry';
  const now = whyNotNow(request, decision);
  const stale = publishes && now.length === 0 && requestIsStale(governed, request) ? ['request.stale'] : [];
  return [...whyNotEntitled(governed, by, decision, request), ...now, ...stale];
}

function decided(governed: Governed, request: Request, { by, decision }: Act, stale: boolean): void {
  switch (decision) {
    case 'approve': {
      request.votes = [...request.votes.filter((name) => name !== by), by];
      const approvedBy = counting(governed, request, request.votes);
      if (approvedBy.length < request.required) return;
      Object.assign(request, { how: 'approved', approvedBy, decidedBy: by });
      return carryOut(governed, request, stale);
    }
    case 'publish-now':
      Object.assign(request, { how: 'direct', approvedBy: [by], decidedBy: by });
      return carryOut(governed, request, stale);
    case 'retry':
      return carryOut(governed, request, stale);
    case 'withdraw':
      return withdraw(governed, request, by);
    case 'delete-draft':
      return deleteDrafts(governed, request, by);
  }
}

const words: Record<Decision, string> = {
  approve: 'approves',
  'publish-now': 'publishes now',
  withdraw: 'withdraws',
  'delete-draft': 'deletes the drafts of',
  retry: 'retries',
};

export function planDecision(governed: Governed, request: Request, act: Act): Plan {
  const { by, decision, seen } = act;
  const verdict = new Verdict().hide(!seesRequest(governed.roleOf(by), request));
  for (const code of whyNotDecide(governed, request, act)) verdict.refuse(true, code);
  const pins = decision === 'approve' || decision === 'publish-now';
  verdict.refuse(pins && seen.outdated, 'request.items-changed');
  return {
    by,
    says: `${by} ${words[decision]} ${request.name}${pins && seen.outdated ? ', having seen other items' : ''}`,
    request: {
      method: 'POST',
      path: `/approval-requests/${governed.idOf(request.name)}/${decision}`,
      body: decision === 'delete-draft' ? { comment: 'Not this quarter.' } : {},
      ...(pins && { ifMatch: seen.hash }),
    },
    refusals: verdict.refusals,
    accepted: () => decided(governed, request, act, false),
  };
}

/**
 * Right after a hotfix of one of its items, before this is known everywhere: the decision is refused as stale, or stands and its
 * publication fails.
 */
export function planHastyDecision(governed: Governed, request: Request, act: Act): Plan {
  const plan = planDecision(governed, request, act);
  const others = plan.refusals.filter((code) => code !== 'request.stale');
  return {
    ...plan,
    says: `${plan.says}, before the news of that is out`,
    refusals: others.length > 0 ? plan.refusals : [],
    orRefused: ['request.stale'],
    accepted: () => decided(governed, request, act, requestIsStale(governed, request)),
  };
}

export function planReviewers(
  governed: Governed,
  request: Request,
  { by, add, remove }: { by: string; add: string; remove: string },
): Plan {
  const reviewing = request.reviewers.includes(add);
  const verdict = new Verdict()
    .hide(!seesRequest(governed.roleOf(by), request))
    .refuse(!submitterOrApprover(governed, by, request), 'rights.missing')
    .refuse(request.status !== 'pending' && request.status !== 'publish_failed', 'request.closed')
    .refuse(!reviewing && whyNotApprover(governed, add, request).length > 0, 'reviewer.not-an-approver');
  return {
    by,
    says: `${by} asks ${add} to review ${request.name} instead of ${remove}`,
    request: {
      method: 'PUT',
      path: `/approval-requests/${governed.idOf(request.name)}/reviewers`,
      body: { add: [governed.idOf(add)], remove: add === remove ? [] : [governed.idOf(remove)] },
    },
    refusals: verdict.refusals,
    accepted: () => {
      const kept = request.reviewers.filter((name) => name !== remove || add === remove);
      request.reviewers = [...new Set([...kept, add])];
    },
  };
}
