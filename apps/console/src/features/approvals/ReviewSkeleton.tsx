import { Skeleton, VisuallyHidden } from '@mantine/core';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Review.module.css';

const { approvals } = strings;

/** Stands where a request will be, also while it is still being created. */
export function ReviewSkeleton({ isBeingCreated }: { isBeingCreated: boolean }) {
  return (
    <div aria-busy>
      {isBeingCreated ? (
        <>
          <PageHeader title={approvals.beingCreated.title} />
          <p role="status">{approvals.beingCreated.detail}</p>
        </>
      ) : (
        <>
          <VisuallyHidden role="status">{approvals.loadingRequest}</VisuallyHidden>
          <Skeleton height={18} width={120} mb={8} />
          <Skeleton height={28} width="45%" mb={8} />
          <Skeleton height={18} width="60%" mb={24} />
        </>
      )}
      <div className={classes.columns}>
        <Skeleton height={320} />
        <Skeleton height={260} />
      </div>
    </div>
  );
}
