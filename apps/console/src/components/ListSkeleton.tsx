import { Skeleton, VisuallyHidden } from '@mantine/core';

const ROWS = [1, 2, 3, 4, 5];

/** Stands where a list will be; `label` says to screen readers what is being loaded. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      {ROWS.map((row) => (
        <Skeleton key={row} height={40} mb={6} />
      ))}
    </div>
  );
}
