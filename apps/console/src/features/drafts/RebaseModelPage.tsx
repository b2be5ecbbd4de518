import { useParams } from '@tanstack/react-router';
import { RebasePage } from './RebasePage.tsx';

export function RebaseModelPage() {
  const { modelId } = useParams({ from: '/frame/models/$modelId/rebase' });
  return <RebasePage key={modelId} kind="model" id={modelId} />;
}
