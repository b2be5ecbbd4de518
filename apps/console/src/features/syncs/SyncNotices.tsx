import { IconPlayerPause } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { Sync } from '../../api/resource-queries.ts';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.syncs;

/** What was just done, and everything that stands between this sync and its next run or change. */
export function SyncNotices({ sync }: { sync: Sync }) {
  const { story } = useLocation().state;
  const navigate = useNavigate();
  const { id, draft, heldBy, saveOptions } = sync;
  const mayEdit = saveOptions.actions.length > 0;
  const hotfixIt = (): void =>
    void navigate({ to: '/syncs/$syncId/edit', params: { syncId: id }, search: { from: 'published' } });
  const inTheWay = (draft?.state !== 'in_review' || sync.hotfix) && (
    <DraftInTheWay kind="sync" resource={sync} isRebasedAbove={mayEdit} onHotfix={mayEdit ? hotfixIt : undefined} />
  );
  return (
    <>
      <Said>{story ?? ''}</Said>
      <Notices>
        <RequestNotice resource={sync} />
        {draft?.stale === true && inTheWay}
        {heldBy && (
          <Notice
            tone="orange"
            icon={IconPlayerPause}
            title={texts.held}
            actions={
              <ButtonLink to="/models/$modelId" params={{ modelId: heldBy.modelId }} variant="default" size="xs">
                {texts.openModel}
              </ButtonLink>
            }
          >
            <p>{texts.heldBy(heldBy.modelName)}</p>
          </Notice>
        )}
        {draft?.stale !== true && inTheWay}
      </Notices>
    </>
  );
}
