import { answerOf, api } from '../../api/client.ts';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { bodyOfChoice, type SaveChoice } from '../saving/save-choice.ts';

export interface Restored {
  became: 'draft' | 'request' | 'version';
}

interface Command {
  kind: GatedKind;
  /** As it was shown: a draft or version that came meanwhile is never overwritten. */
  resource: Model | Sync;
  version: number;
  choice: SaveChoice;
  key: string;
}

/** Saves the content of an old version once more. */
export async function restoreVersion({ kind, resource, version, choice, key }: Command): Promise<Restored> {
  const { id, draft, published } = resource;
  const basedOn = draft ? { revision: draft.revision } : published ? { version: published.version } : null;
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const body = { version, basedOn, ...bodyOfChoice(choice) };
  const saved = await answerOf(
    kind === 'model'
      ? api.POST('/api/v1/models/{id}/restore', { params, body })
      : api.POST('/api/v1/syncs/{id}/restore', { params, body }),
  );
  return { became: saved.requestId !== null ? 'request' : saved.version !== null ? 'version' : 'draft' };
}
