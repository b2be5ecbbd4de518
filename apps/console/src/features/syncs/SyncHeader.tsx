import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Sync } from '../../api/resource-queries.ts';
import { AboutDialog } from '../../components/about/AboutDialog.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RebaseLink } from '../../components/saving/RebaseLink.tsx';
import type { SyncSchedule } from '../../components/run-now/schedule-query.ts';
import { strings } from '../../strings/en.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { SendDraft } from './SendDraft.tsx';
import { StatusBadges } from './StatusBadges.tsx';
import { SyncFacts } from './SyncFacts.tsx';
import classes from './SyncPage.module.css';
import { syncStatuses } from './sync-status.ts';
import { useMayDelete } from './use-may-delete.ts';

const { page: texts } = strings.syncs;

type Dialog = 'about' | 'delete-draft' | 'delete-sync' | 'send';

/** What it is, where it stands, and what can be done with it. */
export function SyncHeader({ sync, schedule }: { sync: Sync; schedule: SyncSchedule | undefined }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const mayDelete = useMayDelete(sync);
  const { actions } = sync.saveOptions;
  const mayEdit = actions.length > 0;
  const isLocked = sync.draft?.state === 'in_review';
  const isStale = sync.draft?.stale === true;
  const maySend = sync.draft !== null && !isLocked && !isStale && actions.some((way) => way !== 'save_draft');
  const close = (): void => setDialog(null);
  const hasMenu = mayEdit || mayDelete.draft || mayDelete.sync;
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to="/syncs">{strings.syncs.title}</AnchorLink>}
        title={sync.name}
        status={<StatusBadges statuses={syncStatuses(sync, schedule)} />}
        facts={<SyncFacts sync={sync} />}
        actions={
          <div className={classes.actions}>
            {hasMenu && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="default" size={32} aria-label={texts.more}>
                    <IconDots size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {mayEdit && <Menu.Item onClick={() => setDialog('about')}>{texts.editAbout}</Menu.Item>}
                  {mayDelete.draft && (
                    <Menu.Item color="var(--mantine-color-error)" onClick={() => setDialog('delete-draft')}>
                      {texts.deleteDraft}
                    </Menu.Item>
                  )}
                  {mayDelete.sync && (
                    <Menu.Item color="var(--mantine-color-error)" onClick={() => setDialog('delete-sync')}>
                      {texts.deleteSync}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
            {mayEdit && !isLocked && (
              <ButtonLink
                to="/syncs/$syncId/edit"
                params={{ syncId: sync.id }}
                variant={maySend || isStale ? 'default' : 'filled'}
              >
                {sync.draft === null ? strings.edit : strings.drafts.inTheWay.edit}
              </ButtonLink>
            )}
            {mayEdit && isStale && !isLocked && <RebaseLink kind="sync" id={sync.id} />}
            {maySend && <Button onClick={() => setDialog('send')}>{texts.send}</Button>}
          </div>
        }
      />
      {dialog === 'about' && <AboutDialog kind="sync" resource={sync} onSaved={close} onClose={close} />}
      {dialog === 'send' && <SendDraft sync={sync} onClose={close} />}
      {(dialog === 'delete-draft' || dialog === 'delete-sync') && (
        <DeleteDialog sync={sync} what={dialog === 'delete-draft' ? 'draft' : 'sync'} onClose={close} />
      )}
    </>
  );
}
