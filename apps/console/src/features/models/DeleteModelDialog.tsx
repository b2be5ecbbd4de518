import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Model } from '../../api/resource-queries.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { strings } from '../../strings/en.ts';
import { ModelReferrers } from './ModelReferrers.tsx';
import { referrersOfModel } from './referrers-of-model.ts';
import { useDeleteModel } from './use-delete-model.ts';

const { page: texts } = strings.models;

/** Deletes a model for good, or says what has to go first. */
export function DeleteModelDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const { name, syncs } = model;
  const navigate = useNavigate();
  const deletion = useDeleteModel(model, () => navigate({ to: '/models', state: { story: texts.deleted(name) } }));
  const referrers = referrersOfModel(deletion.error) ?? { syncs, audiences: [], hidden: 0 };
  const count = referrers.syncs.length + referrers.audiences.length + referrers.hidden;
  if (count > 0) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={<bdi>{texts.deleteTitle(name)}</bdi>}
        closeButtonProps={{ 'aria-label': strings.close }}
      >
        <ModelReferrers {...referrers} />
      </Modal>
    );
  }
  return (
    <ConfirmDialog
      title={texts.deleteTitle(name)}
      action={texts.deleteModel}
      isDestructive
      isPending={deletion.isPending}
      error={deletion.error}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    >
      <bdi>{texts.deleteDetail(name)}</bdi>
    </ConfirmDialog>
  );
}
