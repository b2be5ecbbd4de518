import { answerOf, api } from '../../api/client.ts';
import type { ModelContent } from '../../api/resource-queries.ts';
import { bodyOfChoice, type SaveChoice } from '../../components/saving/save-choice.ts';
import type { BasedOn } from '../../components/saving/theirs-of.ts';

/** Which model is saved: one that is new has only a name and a source yet. */
export type SaveTarget = { id: string; basedOn: BasedOn } | { name: string; sourceId: string };

export interface SavedModel {
  id: string;
  revision: number;
  version: number | null;
  requestId: string | null;
}

/** Saves a content the way that was chosen. */
export function saveModel(
  target: SaveTarget,
  content: ModelContent,
  choice: SaveChoice,
  key: string,
): Promise<SavedModel> {
  const header = { 'Idempotency-Key': key };
  const body = { content, ...bodyOfChoice(choice) };
  if ('name' in target)
    return answerOf(api.POST('/api/v1/models', { params: { header }, body: { ...body, ...target } }));
  const { id, basedOn } = target;
  const params = { path: { id }, header };
  return answerOf(api.POST('/api/v1/models/{id}/changes', { params, body: { ...body, basedOn } }));
}

/** Submits or publishes a saved draft as it is. */
export async function sendDraft(id: string, revision: number, choice: SaveChoice, key: string): Promise<SavedModel> {
  const { action, ...told } = bodyOfChoice(choice);
  if (action === 'save_draft') return { id, revision, version: null, requestId: null };
  const body = { items: [{ resourceId: id, revision }], action, ...told };
  const done = await answerOf(
    api.POST('/api/v1/change-sets', { params: { header: { 'Idempotency-Key': key } }, body }),
  );
  if ('requestId' in done) return { id, revision, version: null, requestId: done.requestId };
  const version = done.items.find(({ resourceId }) => resourceId === id)?.version ?? null;
  return { id, revision, version, requestId: null };
}
