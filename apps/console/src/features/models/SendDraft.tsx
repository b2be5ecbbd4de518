import type { Model } from '../../api/resource-queries.ts';
import { changesBetween } from '../../components/saving/changes-between.ts';
import type { SaveChoice } from '../../components/saving/save-choice.ts';
import { SaveDialog } from '../../components/saving/SaveDialog.tsx';
import { strings } from '../../strings/en.ts';
import { sendDraft } from './save-model.ts';
import { useModelCommand } from './use-model-command.ts';
import { useShowModel } from './use-show-model.ts';

interface Props {
  model: Model;
  draft: NonNullable<Model['draft']>;
  onClose: () => void;
}

/** Submits or publishes a draft as it is. */
export function SendDraft({ model, draft, onClose }: Props) {
  const { id, name, published, saveOptions, sourceId, holds } = model;
  const show = useShowModel();
  const sending = useModelCommand(
    (choice: SaveChoice, key) => sendDraft(id, draft.revision, choice, key),
    (saved) => {
      onClose();
      show(saved);
    },
  );
  return (
    <SaveDialog
      kind="model"
      name={name}
      title={strings.models.page.sendTitle(name)}
      changes={changesBetween(published?.content ?? null, draft.content)}
      saveOptions={{ ...saveOptions, actions: saveOptions.actions.filter((action) => action !== 'save_draft') }}
      ends={{ sourceId }}
      holds={holds.syncs}
      onSave={sending.mutateAsync}
      error={sending.error}
      isPending={sending.isPending}
      onClose={onClose}
    />
  );
}
