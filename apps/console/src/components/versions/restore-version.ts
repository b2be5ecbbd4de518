import { answerOf, api } from '../../api/client.ts';
import type { GatedKind } from '../../api/resource-queries.ts';
import { bodyOfChoice, type SaveChoice } from '../saving/save-choice.ts';
import type { BasedOn } from '../saving/theirs-of.ts';

export interface Restored {
  became: 'draft' | 'request' | 'version';
}

interface Command {
  kind: GatedKind;
  id: string;
  /** What was shown: a draft or version that came meanwhile is never overwritten. */
  basedOn: BasedOn;
  version: number;
  choice: SaveChoice;
  key: string;
}

/** Saves the content of an old version once more. */
export async function restoreVersion({ kind, id, basedOn, version, choice, key }: Command): Promise<Restored> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const body = { version, basedOn, ...bodyOfChoice(choice) };
  const saved = await answerOf(
    kind === 'model'
      ? api.POST('/api/v1/models/{id}/restore', { params, body })
      : api.POST('/api/v1/syncs/{id}/restore', { params, body }),
  );
  return { became: saved.requestId !== null ? 'request' : saved.version !== null ? 'version' : 'draft' };
}
