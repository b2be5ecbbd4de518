import { useParams } from '@tanstack/react-router';
import { RebasePage } from './RebasePage.tsx';

export function RebaseSyncPage() {
  const { syncId } = useParams({ from: '/frame/syncs/$syncId/rebase' });
  return <RebasePage key={syncId} kind="sync" id={syncId} />;
}
