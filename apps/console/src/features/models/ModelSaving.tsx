import type { Model, ModelContent, SaveOptions } from '../../api/resource-queries.ts';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { MineAndTheirs } from '../../components/saving/MineAndTheirs.tsx';
import type { SaveChoice } from '../../components/saving/save-choice.ts';
import { SaveDialog } from '../../components/saving/SaveDialog.tsx';
import { theirsOf } from '../../components/saving/theirs-of.ts';
import { strings } from '../../strings/en.ts';
import { saveModel, type SavedModel, type SaveTarget } from './save-model.ts';
import { useModelCommand } from './use-model-command.ts';
import type { Ground } from './use-model-work.ts';

interface Props {
  name: string;
  sourceId: string;
  content: ModelContent;
  target: SaveTarget;
  saveOptions: SaveOptions;
  /** As it is, unless it is new. */
  model?: Model;
  /** Publishes around the draft. */
  isAround?: boolean;
  /** The source did not run the query as it is. */
  isUnproved: boolean;
  onSaved: (saved: SavedModel) => void;
  onClose: () => void;
  onTakeTheirs: () => void;
  onKeepMine: (theirs: Ground) => void;
}

/** Asks how to save a model, and saves it; where somebody was faster, shows both. */
export function ModelSaving({ name, sourceId, content, target, saveOptions, model, ...props }: Props) {
  const saving = useModelCommand((choice: SaveChoice, key) => saveModel(target, content, choice, key), props.onSaved);
  const theirs = theirsOf(saving.error);
  if (theirs !== null) {
    const onTop = { basedOn: theirs.basedOn, content: theirs.content as ModelContent };
    return (
      <MineAndTheirs
        mine={content}
        theirs={theirs.content}
        onTakeTheirs={props.onTakeTheirs}
        onKeepMine={() => props.onKeepMine(onTop)}
      />
    );
  }
  return (
    <SaveDialog
      kind="model"
      name={name}
      changes={changesBetween(model?.published?.content ?? null, content)}
      saveOptions={saveOptions}
      ends={{ sourceId }}
      holds={model?.holds.syncs}
      isAround={props.isAround ?? false}
      note={props.isUnproved ? strings.models.editor.unproved : undefined}
      onSave={saving.mutateAsync}
      error={saving.error}
      isPending={saving.isPending}
      onClose={props.onClose}
    />
  );
}
