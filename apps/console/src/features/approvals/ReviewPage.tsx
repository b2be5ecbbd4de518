import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ProblemError } from '../../api/problem-error.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { isBeingCreated, reviewedRequestQuery } from './request-query.ts';
import { Review } from './Review.tsx';
import { ReviewSkeleton } from './ReviewSkeleton.tsx';

const { approvals } = strings;

/** Where the links of mails lead: what changes, who asks, and what happens if one says yes. */
export function ReviewPage() {
  const { requestId } = useParams({ from: '/frame/approvals/$requestId' });
  const request = useQuery(reviewedRequestQuery(requestId));
  if (request.data) return <Review key={requestId} request={request.data} />;
  if (request.isError) {
    return isNotThere(request.error) ? (
      <NotThere />
    ) : (
      <ProblemNotice error={request.error} onRetry={() => void request.refetch()} />
    );
  }
  return <ReviewSkeleton isBeingCreated={isBeingCreated(requestId, request.failureReason)} />;
}

// What is no id at all is refused as malformed.
const isNotThere = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);

function NotThere() {
  return (
    <>
      <PageHeader title={approvals.notThere.title} />
      <EmptyState action={<AnchorLink to="/approvals">{strings.notFound.toApprovals}</AnchorLink>}>
        {approvals.notThere.detail}
      </EmptyState>
    </>
  );
}
