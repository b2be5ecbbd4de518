import { useNavigate } from '@tanstack/react-router';
import type { Sync } from '../../api/resource-queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { strings } from '../../strings/en.ts';
import { useDeleteSync } from './use-delete-sync.ts';

const { page: texts } = strings.syncs;

interface Props {
  sync: Sync;
  what: 'draft' | 'sync';
  onClose: () => void;
}

/** Deletes a draft or a sync, once more asked; the name is typed where nothing brings it back. */
export function DeleteDialog({ sync, what, onClose }: Props) {
  const navigate = useNavigate();
  const { id, name, published } = sync;
  const isNew = published === null;
  const done = async (): Promise<void> => {
    if (what === 'sync' || isNew) return await navigate({ to: '/syncs', state: { story: texts.deleted(name) } });
    onClose();
    await navigate({ to: '/syncs/$syncId', params: { syncId: id }, state: { story: texts.deletedDraft } });
  };
  const deletion = useDeleteSync(sync, what, done);
  const says = what === 'sync' ? texts.deleteSyncDetail : isNew ? texts.deleteNewDetail : texts.deleteDraftDetail;
  return (
    <ConfirmDialog
      title={what === 'sync' ? texts.deleteSync : texts.deleteDraft}
      action={what === 'sync' ? texts.deleteSync : texts.deleteDraft}
      isDestructive
      {...(what === 'draft' && isNew && { nameToType: name })}
      isPending={deletion.isPending}
      error={deletion.error}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    >
      {says(name)}
    </ConfirmDialog>
  );
}
