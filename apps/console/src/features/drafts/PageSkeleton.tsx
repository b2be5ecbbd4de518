import { Skeleton, VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';

/** Header, a row to choose from, and what is compared. */
export function PageSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.loading}</VisuallyHidden>
      <Skeleton height={18} width={160} mb={8} />
      <Skeleton height={28} width="45%" mb={24} />
      <Skeleton height={56} mb={16} />
      <Skeleton height={240} />
    </div>
  );
}
