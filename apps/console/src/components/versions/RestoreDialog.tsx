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
import type { SaveChoice } from '../saving/save-choice.ts';
import { SaveDialog } from '../saving/SaveDialog.tsx';
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
  const [key, setKey] = useState(newKey);
  const from = resource.draft ? 'draft' : (resource.published?.version ?? version);
  const comparison = useQuery(comparisonQuery(kind, resourceId, from, version));
  const restoring = useMutation({
    mutationFn: (choice: SaveChoice) =>
      restoreVersion({ kind, resource, version, choice, key: `${key}-${choice.action}` }),
    onSuccess: (restored: Restored) => onRestored(texts.restored[restored.became](version)),
    // Another attempt says something else: what it was based on may have changed.
    onError: () => setKey(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
  if (comparison.data === undefined) return null;
  return (
    <SaveDialog
      kind={kind}
      name={resource.name}
      title={texts.restoreTitle(version, resource.name)}
      changes={comparison.data.changes}
      saveOptions={resource.saveOptions}
      ends={'ends' in resource ? resource.ends : { sourceId: resource.sourceId }}
      holds={'holds' in resource ? resource.holds.syncs : undefined}
      note={resource.draft ? texts.intoDraft(namesOf(resource.draft.contributors)) : undefined}
      preselect="save_draft"
      onSave={restoring.mutateAsync}
      error={restoring.error}
      isPending={restoring.isPending}
      onClose={onClose}
    />
  );
}
