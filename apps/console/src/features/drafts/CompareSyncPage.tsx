import { useParams, useSearch } from '@tanstack/react-router';
import { ComparePage } from './ComparePage.tsx';

const from = '/frame/syncs/$syncId/compare';

export function CompareSyncPage() {
  const { syncId } = useParams({ from });
  return <ComparePage kind="sync" id={syncId} search={useSearch({ from })} />;
}
