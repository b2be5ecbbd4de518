import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../api/new-key.ts';
import { modelQuery, type Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { changesBetween } from '../../components/saving/changes-between.ts';
import type { SaveChoice } from '../../components/saving/save-choice.ts';
import { SaveDialog } from '../../components/saving/SaveDialog.tsx';
import { strings } from '../../strings/en.ts';
import { sendDraft } from './save-sync.ts';
import { useShowSync } from './use-show-sync.ts';

/** Submits or publishes a draft as it is. */
export function SendDraft({ sync, onClose }: { sync: Sync; onClose: () => void }) {
  const { id, name, draft, published, saveOptions } = sync;
  const queries = useQueryClient();
  const show = useShowSync();
  const [sent, setSent] = useState({ said: '', key: newKey() });
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone;
  const modelId = draft?.content.configuration.modelId ?? '';
  const model = useQuery({ ...modelQuery(modelId), enabled: modelId !== '' }).data;
  const sending = useMutation({
    mutationFn: (choice: SaveChoice) => {
      const said = JSON.stringify(choice);
      const key = said === sent.said ? sent.key : newKey();
      setSent({ said, key });
      return sendDraft({ id, revision: draft?.revision ?? 0 }, choice, key);
    },
    onSuccess: (saved) => {
      onClose();
      show(saved);
    },
    onSettled: () =>
      Promise.all(
        ['syncs', 'models', 'approval-requests', 'schedules'].map((collection) =>
          queries.invalidateQueries({ queryKey: [collection] }),
        ),
      ),
  });
  if (draft === null || model === undefined) return null;
  const ends = [sync.ends, draft.ends];
  return (
    <SaveDialog
      kind="sync"
      name={name}
      title={strings.syncs.page.sendTitle(name)}
      changes={changesBetween(published?.content ?? null, draft.content, { ends, timeZone })}
      saveOptions={{ ...saveOptions, actions: saveOptions.actions.filter((action) => action !== 'save_draft') }}
      ends={ends}
      draftedModel={model.draft?.state === 'editing' && !model.draft.stale ? model : null}
      onSave={(choice) => sending.mutateAsync(choice)}
      error={sending.error}
      isPending={sending.isPending}
      onClose={onClose}
    />
  );
}
