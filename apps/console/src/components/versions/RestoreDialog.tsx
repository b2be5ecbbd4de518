import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../api/new-key.ts';
import {
  collectionOf,
  modelQuery,
  syncQuery,
  type GatedKind,
  type Model,
  type Sync,
} from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { MineAndTheirs } from '../saving/MineAndTheirs.tsx';
import type { SaveChoice } from '../saving/save-choice.ts';
import { SaveDialog } from '../saving/SaveDialog.tsx';
import { theirsOf, type BasedOn } from '../saving/theirs-of.ts';
import { usePeople } from '../saving/use-people.ts';
import { comparisonQuery } from './comparison-query.ts';
import { restoreVersion, type Restored } from './restore-version.ts';

const { history: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  resourceId: string;
  version: number;
  onRestored: (said: string) => void;
  onClose: () => void;
}

/** An old version saved once more, in any way that the member may save: first of all as a draft. */
export function RestoreDialog(props: Props) {
  const { kind, resourceId } = props;
  const model = useQuery({ ...modelQuery(resourceId), enabled: kind === 'model' });
  const sync = useQuery({ ...syncQuery(resourceId), enabled: kind === 'sync' });
  const resource = kind === 'model' ? model.data : sync.data;
  return resource ? <Restoring {...props} resource={resource} /> : null;
}

function Restoring({ kind, resourceId, version, resource, onRestored, onClose }: Props & { resource: Model | Sync }) {
  const queries = useQueryClient();
  const { namesOf } = usePeople();
  // What came while the dialog stands open is not what was seen in it.
  const [seen] = useState(resource);
  const [basedOn, setBasedOn] = useState(() => basisOf(resource));
  const [key, setKey] = useState(newKey);
  const pair = {
    from: seen.draft ? ('draft' as const) : (seen.published?.version ?? version),
    to: version,
    draftRevision: seen.draft?.revision ?? null,
  };
  const comparison = useQuery(comparisonQuery(kind, resourceId, pair));
  const restoring = useMutation({
    mutationFn: (choice: SaveChoice) =>
      restoreVersion({ kind, id: resourceId, basedOn, version, choice, key: `${key}-${choice.action}` }),
    onSuccess: (restored: Restored) => onRestored(texts.restored[restored.became](version)),
    // Another attempt says something else: what it was based on may have changed.
    onError: () => setKey(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
  const theirs = theirsOf(restoring.error);
  if (theirs?.yours) {
    const keepMine = (): void => {
      setBasedOn(theirs.basedOn);
      restoring.reset();
    };
    return (
      <MineAndTheirs
        mine={theirs.yours}
        theirs={theirs.content}
        by={savedBy(resource, theirs.basedOn)}
        {...('ends' in resource && { ends: [resource.ends] })}
        onTakeTheirs={onClose}
        onKeepMine={keepMine}
        onClose={onClose}
      />
    );
  }
  if (comparison.data === undefined) return null;
  return (
    <SaveDialog
      kind={kind}
      name={seen.name}
      title={texts.restoreTitle(version, seen.name)}
      changes={comparison.data.changes}
      saveOptions={seen.saveOptions}
      ends={'ends' in seen ? seen.ends : { sourceId: seen.sourceId }}
      holds={'holds' in seen ? seen.holds.syncs : undefined}
      note={resource.draft ? texts.intoDraft(namesOf(resource.draft.contributors)) : undefined}
      preselect="save_draft"
      onSave={restoring.mutateAsync}
      error={restoring.error}
      isPending={restoring.isPending}
      onClose={onClose}
    />
  );
}

function basisOf({ draft, published }: Model | Sync): BasedOn {
  if (draft) return { revision: draft.revision };
  return published ? { version: published.version } : null;
}

/** Who saved what a save would have to be based on, if that is the draft as it is known by now. */
function savedBy({ draft }: Model | Sync, basedOn: BasedOn) {
  const isIt = draft !== null && basedOn !== null && 'revision' in basedOn && basedOn.revision === draft.revision;
  return isIt ? { memberId: draft.savedBy, at: draft.savedAt } : null;
}
