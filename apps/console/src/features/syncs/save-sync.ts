import { answerOf, api } from '../../api/client.ts';
import type { SyncContent } from '../../api/resource-queries.ts';
import { bodyOfChoice, type SaveChoice } from '../../components/saving/save-choice.ts';
import type { BasedOn } from '../../components/saving/theirs-of.ts';

/** Which sync is saved: one that is new has only a name yet. */
export type SaveTarget = { id: string; basedOn: BasedOn } | { name: string; description: string };

export interface SavedSync {
  id: string;
  revision: number;
  version: number | null;
  requestId: string | null;
}

/** Saves a content the way that was chosen. */
export function saveSync(
  target: SaveTarget,
  content: SyncContent,
  choice: SaveChoice,
  key: string,
): Promise<SavedSync> {
  const header = { 'Idempotency-Key': key };
  const body = { content, ...bodyOfChoice(choice) };
  if ('name' in target) {
    const { name, description } = target;
    return answerOf(api.POST('/api/v1/syncs', { params: { header }, body: { ...body, name, description } }));
  }
  const { id, basedOn } = target;
  const params = { path: { id }, header };
  return answerOf(api.POST('/api/v1/syncs/{id}/changes', { params, body: { ...body, basedOn } }));
}

/** A draft of a sync, as it was saved. */
interface SavedDraft {
  id: string;
  revision: number;
}

/** Submits or publishes a saved draft; with the draft of its model, where that was chosen and there still is one. */
export async function sendDraft({ id, revision }: SavedDraft, choice: SaveChoice, key: string): Promise<SavedSync> {
  const own = { resourceId: id, revision };
  const items = choice.includeModel ? [own, ...(await draftedModelsOf(own))] : [own];
  const { action, ...said } = bodyOfChoice(choice);
  if (action === 'save_draft') return { id, revision, version: null, requestId: null };
  const body = { items, action, ...said };
  const params = { header: { 'Idempotency-Key': `${key}-set` } };
  const done = await answerOf(api.POST('/api/v1/change-sets', { params, body }));
  if ('requestId' in done) return { id, revision, version: null, requestId: done.requestId };
  const version = done.items.find(({ resourceId }) => resourceId === id)?.version ?? null;
  return { id, revision, version, requestId: null };
}

async function draftedModelsOf(sync: { resourceId: string; revision: number }) {
  const { models } = await answerOf(api.POST('/api/v1/change-sets/suggestions', { body: { items: [sync] } }));
  return models.map(({ resourceId, revision }) => ({ resourceId, revision }));
}
