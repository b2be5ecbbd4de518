import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { requestQuery } from './request-query.ts';
import { Review } from './Review.tsx';
import classes from './Review.module.css';

/** Where the links of mails lead: what changes, who asks, and what happens if one says yes. */
export function ReviewPage() {
  const { requestId } = useParams({ from: '/frame/approvals/$requestId' });
  const request = useQuery(requestQuery(requestId));
  if (request.data) return <Review key={requestId} request={request.data} />;
  if (request.isError) return <ProblemNotice error={request.error} onRetry={() => void request.refetch()} />;
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.approvals.loadingRequest}</VisuallyHidden>
      <Skeleton height={18} width={120} mb={8} />
      <Skeleton height={28} width="45%" mb={8} />
      <Skeleton height={18} width="60%" mb={24} />
      <div className={classes.columns}>
        <Skeleton height={320} />
        <Skeleton height={260} />
      </div>
    </div>
  );
}
