import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { modelQuery, type Model } from '../../api/resource-queries.ts';
import { ModelEditor } from './ModelEditor.tsx';
import { ModelNotThere } from './ModelNotThere.tsx';
import { ModelSkeleton } from './ModelSkeleton.tsx';
import { NotEditable } from './NotEditable.tsx';
import { groundOf } from './use-model-work.ts';

/** A model to be changed: its draft, or what is published around the draft. */
export function EditModelPage() {
  const { modelId } = useParams({ from: '/frame/models/$modelId/edit' });
  const isHotfix = useSearch({ from: '/frame/models/$modelId/edit' }).from === 'published';
  const model = useQuery(modelQuery(modelId));
  if (model.isPending) return <ModelSkeleton />;
  if (model.data === undefined) return <ModelNotThere error={model.error} onRetry={() => void model.refetch()} />;
  return <Editable key={`${modelId} ${isHotfix}`} model={model.data} isHotfix={isHotfix} />;
}

function Editable({ model, isHotfix }: { model: Model; isHotfix: boolean }) {
  const { draft, published, saveOptions, hiddenDraft } = model;
  const isAround = isHotfix && draft !== null && published !== null;
  const isLocked = (draft?.state === 'in_review' || hiddenDraft) && !isAround;
  if (isLocked || saveOptions.actions.length === 0) return <NotEditable model={model} />;
  return <ModelEditor model={model} latest={groundOf(model, isHotfix)} isAround={isAround} />;
}
