import type {
  DataOf,
  DraftSubmitted,
  RequestApproved,
  RequestSubmitted,
  RequestWithdrawn,
} from '@imprimatur/contracts';

type Submission = DataOf<typeof DraftSubmitted>;

const requestFields = ({ requestId, submittedBy, items }: Submission) => ({
  ...{ requestId, submittedBy, items },
  number: 1,
  participants: [submittedBy],
});

/** What approvals says about this submission: that its request is open. */
export const submittedOf = (submission: Submission): DataOf<typeof RequestSubmitted> => ({
  ...requestFields(submission),
  submittedAt: submission.submittedAt,
  comment: submission.comment,
  reviewers: submission.reviewers,
  requiredApprovals: submission.requiredApprovals,
});

/** That it is approved, exactly as submitted. */
export const approvalOf = (
  { requestId, items }: Submission,
  approvedBy: string[],
  attempt = 1,
): DataOf<typeof RequestApproved> => ({
  ...{ requestId, attempt, how: 'approved', approvedBy },
  decidedAt: new Date().toISOString(),
  pins: items.map(({ resourceId, kind, revision, contentHash, baseVersion }) => ({
    ...{ resourceId, kind, revision, contentHash, baseVersion },
  })),
});

/** That it is withdrawn, or its drafts deleted. */
export const decisionOf = (submission: Submission, decidedBy: string): DataOf<typeof RequestWithdrawn> => ({
  ...requestFields(submission),
  ...{ decidedBy, decidedAt: new Date().toISOString(), comment: null },
});
