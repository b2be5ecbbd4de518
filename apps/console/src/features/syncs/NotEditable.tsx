import { useQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { strings } from '../../strings/en.ts';

/** Why this sync cannot be changed now, by this member, and what else there is to do. */
export function NotEditable({ sync }: { sync: Sync }) {
  const role = useQuery(sessionQuery).data?.role?.name ?? strings.drafts.save.noRole;
  const navigate = useNavigate();
  const { code } = sync.saveOptions;
  const around = (): void =>
    void navigate({ to: '/syncs/$syncId/edit', params: { syncId: sync.id }, search: { from: 'published' } });
  return (
    <>
      <Notices>
        {code !== null && (
          <Notice tone="grey" icon={IconLock} label={strings.syncs.unsaved.cannot}>
            <p>
              {strings.syncs.unsaved.cannot} {strings.drafts.save.none[code](role)}
            </p>
          </Notice>
        )}
        <RequestNotice resource={sync} />
        <DraftInTheWay kind="sync" resource={sync} onHotfix={around} />
      </Notices>
    </>
  );
}
