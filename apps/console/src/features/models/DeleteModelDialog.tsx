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
  const deletion = useDeleteModel(model, () => {
    onClose();
    void navigate({ to: '/models', state: { story: texts.deleted(name) } });
  });
  const referrers = referrersOfModel(deletion.error) ?? { syncs, audiences: [], hidden: 0 };
  const isReferred = referrersOfModel(deletion.error) !== null || syncs.length > 0;
  return (
    <ConfirmDialog
      title={texts.deleteTitle(name)}
      action={texts.deleteModel}
      isDestructive
      nameToType={name}
      isPending={deletion.isPending}
      error={referrersOfModel(deletion.error) === null ? deletion.error : null}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    >
      {isReferred ? <ModelReferrers {...referrers} /> : texts.deleteDetail(name)}
    </ConfirmDialog>
  );
}
