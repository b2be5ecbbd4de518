import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { isNotFound } from './not-found.ts';
import type { Blocked } from './way-on.ts';

/** What stands in the way of a sync; null when there is no such sync any more. */
export const blockedQuery = (syncId: string) =>
  queryOptions({
    queryKey: ['syncs', 'blocked', syncId],
    queryFn: ({ signal }) => readBlocked(syncId, signal),
  });

async function readBlocked(id: string, signal: AbortSignal): Promise<Blocked | null> {
  const sync = await foundOrNull(answerOf(api.GET('/api/v1/syncs/{id}', { signal, params: { path: { id } } })));
  if (sync === null) return null;
  const { heldBy, draft, ends } = sync;
  const modelId = heldBy?.modelId ?? ends.modelId;
  return {
    syncId: id,
    modelId,
    syncRequestId: draft?.requestId ?? null,
    modelRequestId: heldBy?.requestId ?? (await requestOfModel(modelId, signal)),
  };
}

/** A model that was never published holds nothing, and is in the way all the same. */
async function requestOfModel(id: string | null, signal: AbortSignal): Promise<string | null> {
  if (id === null) return null;
  const model = await foundOrNull(answerOf(api.GET('/api/v1/models/{id}', { signal, params: { path: { id } } })));
  return model?.draft?.requestId ?? null;
}

async function foundOrNull<Found>(answer: Promise<Found>): Promise<Found | null> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
