import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../../api/new-key.ts';
import type { SavedModel } from './save-model.ts';

const touched = ['models', 'syncs', 'approval-requests', 'schedules', 'sources'];

/** Saves, submits or publishes a model; the same said again, after an answer that never came, is done once. */
export function useModelCommand<Command>(
  send: (command: Command, key: string) => Promise<SavedModel>,
  onDone: (saved: SavedModel) => void,
) {
  const queries = useQueryClient();
  const sent = useRef({ said: '', key: '' });
  return useMutation({
    mutationFn: (command: Command) => {
      const said = JSON.stringify(command);
      if (sent.current.said !== said) sent.current = { said, key: newKey() };
      return send(command, sent.current.key);
    },
    onSuccess: onDone,
    onSettled: () => Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
