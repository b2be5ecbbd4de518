import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session-query.ts';
import type { Sync } from '../../api/resource-queries.ts';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { MineAndTheirs } from '../../components/saving/MineAndTheirs.tsx';
import { SaveDialog } from '../../components/saving/SaveDialog.tsx';
import { theirsOf, type Theirs } from '../../components/saving/theirs-of.ts';
import type { SavedSync, SaveTarget } from './save-sync.ts';
import { contentOf, type SyncForm } from './sync-form.ts';
import { useSaveOptions } from './use-save-options.ts';
import { useSaveSync } from './use-save-sync.ts';
import type { SyncParts } from './use-sync-parts.ts';

interface Props {
  name: string;
  form: SyncForm;
  parts: SyncParts;
  target: SaveTarget;
  /** As it is, unless it is new. */
  sync?: Sync;
  /** Publishes around the draft. */
  isAround?: boolean;
  onSaved: (saved: SavedSync) => void;
  /** Gives what the first of two steps has saved already. */
  onClose: (halfway: SavedSync | null) => void;
  onTakeTheirs: () => void;
  onKeepMine: (theirs: Theirs) => void;
}

/** Asks how to save a sync, and saves it; where somebody was faster, shows both. */
export function SyncSaving({ name, form, parts, target, sync, isAround = false, ...on }: Props) {
  const { onSaved, onClose, onTakeTheirs, onKeepMine } = on;
  const saving = useSaveSync(onSaved);
  const saveOptions = useSaveOptions(form, parts, sync);
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone;
  const { model, ends } = parts;
  const content = contentOf(form);
  const names = sync === undefined ? ends : [...ends, sync.ends];
  const theirs = theirsOf(saving.error);
  if (theirs !== null) {
    return (
      <MineAndTheirs
        mine={content}
        theirs={theirs.content}
        ends={names}
        onTakeTheirs={onTakeTheirs}
        onKeepMine={() => onKeepMine(theirs)}
      />
    );
  }
  if (saveOptions === undefined || model === undefined) return null;
  return (
    <SaveDialog
      kind="sync"
      name={name}
      changes={changesBetween(sync?.published?.content ?? null, content, { ends: names, timeZone })}
      saveOptions={saveOptions}
      ends={placesOf(form, parts, sync)}
      draftedModel={model.draft?.state === 'editing' && !model.draft.stale ? model : null}
      isAround={isAround}
      onSave={(choice) => saving.mutateAsync({ target, content, choice })}
      error={saving.error}
      isPending={saving.isPending}
      onClose={() => onClose(saving.takeHalfway())}
    />
  );
}

/** Where it will be, and where it is. */
function placesOf({ destinationId }: SyncForm, { model }: SyncParts, sync: Sync | undefined) {
  const there = { sourceId: model?.sourceId ?? '', destinationId };
  if (sync === undefined) return there;
  const { ends } = sync;
  const isMoved = ends.sourceId !== there.sourceId || ends.destinationId !== destinationId;
  return isMoved ? [{ sourceId: ends.sourceId, destinationId: ends.destinationId }, there] : there;
}
