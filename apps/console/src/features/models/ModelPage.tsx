import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { modelQuery } from '../../api/resource-queries.ts';
import { ModelHeader } from './ModelHeader.tsx';
import { ModelNotices } from './ModelNotices.tsx';
import { ModelNotThere } from './ModelNotThere.tsx';
import { ModelSkeleton } from './ModelSkeleton.tsx';
import { ModelTabs } from './ModelTabs.tsx';

/** A model: where it stands, what it asks for, what it finds, who uses it, and how it came to be. */
export function ModelPage() {
  const { modelId } = useParams({ from: '/frame/models/$modelId' });
  const model = useQuery(modelQuery(modelId));
  if (model.isPending) return <ModelSkeleton />;
  if (model.data === undefined) return <ModelNotThere error={model.error} onRetry={() => void model.refetch()} />;
  return (
    <>
      <ModelHeader model={model.data} />
      <ModelNotices model={model.data} />
      <ModelTabs key={modelId} model={model.data} />
    </>
  );
}
