import type { GatedKind } from '../../api/resource-queries.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { useResource } from './use-resource.ts';

export function RebasePage({ kind, id }: { kind: GatedKind; id: string }) {
  const resource = useResource(kind, id);
  if (resource.isError) return <ProblemNotice error={resource.error} onRetry={() => void resource.refetch()} />;
  return <PageSkeleton />;
}
