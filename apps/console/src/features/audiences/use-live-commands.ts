import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useDeletion } from '../../api/deleting/use-deletion.ts';
import { useKeyFor } from '../../api/use-key-for.ts';
import type { AudienceFields, JourneyFields } from './live-content.ts';
import { collectionOf } from './live-queries.ts';
import type { Kind } from './use-kind.ts';

/** What is saved, of which kind. */
export type LiveSave = { kind: 'audience'; fields: AudienceFields } | { kind: 'journey'; fields: JourneyFields };

/** What is saved already, and as which version it was seen. */
export interface Seen {
  id: string;
  version: number;
}

/** Creates, or changes what was seen; live at once either way. Answers the id. */
export function useSaveLive(seen: Seen | null, onSaved: (id: string) => void) {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: async (save: LiveSave): Promise<string> => {
      if (seen === null) return (await create(save, keyFor(save))).id;
      await change(save, seen);
      return seen.id;
    },
    onSuccess: async (id, { kind }) => {
      await queries.invalidateQueries({ queryKey: [collectionOf(kind)] });
      onSaved(id);
    },
    // After a refusal somebody else may have saved.
    onError: (_, { kind }) => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}

function create(save: LiveSave, key: string): Promise<{ id: string }> {
  const params = { header: { 'Idempotency-Key': key } };
  return save.kind === 'audience'
    ? answerOf(api.POST('/api/v1/audiences', { params, body: save.fields }))
    : answerOf(api.POST('/api/v1/journeys', { params, body: save.fields }));
}

function change(save: LiveSave, { id, version }: Seen): Promise<unknown> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return save.kind === 'audience'
    ? answerOf(api.PUT('/api/v1/audiences/{id}', { params, body: save.fields }))
    : answerOf(api.PUT('/api/v1/journeys/{id}', { params, body: save.fields }));
}

export const useDeleteLive = (kind: Kind, { id, version }: Seen, onDeleted: () => Promise<void>) =>
  useDeletion({
    gone: [collectionOf(kind), 'detail', id],
    send: () => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return kind === 'audience'
        ? answerOf(api.DELETE('/api/v1/audiences/{id}', { params }))
        : answerOf(api.DELETE('/api/v1/journeys/{id}', { params }));
    },
    onDeleted,
    touched: [collectionOf(kind)],
  });
