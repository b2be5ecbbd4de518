import { Skeleton, VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';

/** Stands where a model will be. */
export function ModelSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.models.loading}</VisuallyHidden>
      <Skeleton height={18} width={64} mb={6} />
      <Skeleton height={28} width="40%" mb={8} />
      <Skeleton height={18} width="55%" mb={24} />
      <Skeleton height={36} mb={16} />
      <Skeleton height={240} />
    </div>
  );
}
