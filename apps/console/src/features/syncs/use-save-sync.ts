import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../../api/new-key.ts';
import type { SyncContent } from '../../api/resource-queries.ts';
import type { SaveChoice } from '../../components/saving/save-choice.ts';
import { saveSync, sendDraft, type SavedSync, type SaveTarget } from './save-sync.ts';

interface Command {
  target: SaveTarget;
  content: SyncContent;
  choice: SaveChoice;
}

const touched = ['syncs', 'models', 'approval-requests', 'schedules', 'destinations', 'sources'];

/**
 * Saves a sync. With the draft of its model it takes two steps, first the draft and then the request for both: where only the second
 * fails the draft is there, and the next try goes on from it.
 */
export function useSaveSync(onSaved: (saved: SavedSync) => void) {
  const queries = useQueryClient();
  const sent = useRef({ said: '', key: '' });
  const halfway = useRef<{ saved: SavedSync; content: string } | null>(null);

  const keyFor = (command: Command): string => {
    const said = JSON.stringify(command);
    if (sent.current.said !== said) sent.current = { said, key: newKey() };
    return sent.current.key;
  };
  const save = async (command: Command): Promise<SavedSync> => {
    const { content, choice } = command;
    const key = keyFor(command);
    const before = halfway.current;
    if (before?.content === JSON.stringify(content)) return await sendDraft(before.saved, choice, key);
    const target = before === null ? command.target : groundOf(before.saved);
    if (!choice.includeModel) return await saveSync(target, content, choice, key);
    const draft: SaveChoice = { ...choice, action: 'save_draft', includeModel: false };
    const saved = await saveSync(target, content, draft, key);
    halfway.current = { saved, content: JSON.stringify(content) };
    return await sendDraft(saved, choice, key);
  };
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      halfway.current = null;
      onSaved(saved);
    },
    onSettled: () => Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  return {
    ...mutation,
    /** The draft that a first step has saved, and whose second step has not come off. */
    takeHalfway: (): SavedSync | null => {
      const { saved } = halfway.current ?? { saved: null };
      halfway.current = null;
      return saved;
    },
  };
}

const groundOf = ({ id, revision }: SavedSync): SaveTarget => ({ id, basedOn: { revision } });
