import { useLocation, useNavigate } from '@tanstack/react-router';
import type { Model } from '../../api/resource-queries.ts';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';
import { Holding } from './Holding.tsx';

/** What was just done, and everything that stands between this model and what is to become of it. */
export function ModelNotices({ model }: { model: Model }) {
  const { story } = useLocation().state;
  const navigate = useNavigate();
  const { id, name, draft, published, saveOptions, hotfix } = model;
  const mayEdit = saveOptions.actions.length > 0;
  const isSaidAlready = draft?.state === 'in_review' && !(mayEdit && hotfix);
  const hotfixIt = (): void =>
    void navigate({ to: '/models/$modelId/edit', params: { modelId: id }, search: { from: 'published' } });
  const deleted = (): Promise<void> =>
    navigate(
      published === null
        ? { to: '/models', state: { story: strings.models.page.deleted(name) } }
        : { to: '/models/$modelId', params: { modelId: id }, state: { story: strings.models.page.deletedDraft } },
    );
  return (
    <>
      <Said>{story ?? ''}</Said>
      <Notices>
        <RequestNotice resource={model} />
        {!isSaidAlready && (
          <DraftInTheWay
            kind="model"
            resource={model}
            isRebasedAbove={mayEdit}
            onHotfix={mayEdit ? hotfixIt : undefined}
            onDeleted={deleted}
          />
        )}
        <Holding model={model} />
      </Notices>
    </>
  );
}
