import { useParams, useSearch } from '@tanstack/react-router';
import { ComparePage } from './ComparePage.tsx';

const from = '/frame/models/$modelId/compare';

export function CompareModelPage() {
  const { modelId } = useParams({ from });
  return <ComparePage kind="model" id={modelId} search={useSearch({ from })} />;
}
