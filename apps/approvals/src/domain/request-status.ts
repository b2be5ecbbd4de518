// The life of an approval request (`domain.md` §5), as data. Commands are what members do, answers are what resources reports back
// about an outcome. A request is open until its drafts are live, editable again, or gone.

export const requestStatuses = [
  'pending',
  'approved',
  'published',
  'publish_failed',
  'withdrawn',
  'draft_deleted',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** `vote` is an approval that leaves the quorum unmet, `approve` the one that meets it. */
export const requestCommands = ['vote', 'approve', 'publish_now', 'withdraw', 'delete_draft', 'retry'] as const;
export type RequestCommand = (typeof requestCommands)[number];

export const requestAnswers = ['applied', 'rejected'] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

export type RequestStep = RequestCommand | RequestAnswer;

export const transitions: Readonly<Record<RequestStatus, Readonly<Partial<Record<RequestStep, RequestStatus>>>>> = {
  pending: {
    vote: 'pending',
    approve: 'approved',
    publish_now: 'approved',
    withdraw: 'withdrawn',
    delete_draft: 'draft_deleted',
  },
  approved: { applied: 'published', rejected: 'publish_failed' },
  publish_failed: { retry: 'approved', withdraw: 'withdrawn', delete_draft: 'draft_deleted' },
  published: {},
  withdrawn: {},
  draft_deleted: {},
};

/** Where a step leads, or null when the status does not allow it. */
export function nextStatus(status: RequestStatus, step: RequestStep): RequestStatus | null {
  return transitions[status][step] ?? null;
}

/** Statuses in which the drafts are still held by the request. */
export const openStatuses = ['pending', 'approved', 'publish_failed'] as const satisfies RequestStatus[];
export const closedStatuses = ['published', 'withdrawn', 'draft_deleted'] as const satisfies RequestStatus[];

export function isOpen(status: RequestStatus): boolean {
  return (openStatuses as readonly RequestStatus[]).includes(status);
}
