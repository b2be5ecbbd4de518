import type { RefusalCode } from './refusal-codes.ts';

/** What decides where a refusal can be lifted. */
export interface Blocked {
  syncId: string;
  modelId: string | null;
  /** The open requests that would publish the drafts in the way. */
  syncRequestId: string | null;
  modelRequestId: string | null;
}

export type WayOn =
  | { to: 'request'; id: string }
  | { to: 'model'; id: string }
  | { to: 'sync'; id: string }
  | { to: 'editSync'; id: string }
  | { to: 'runs'; id: string };

/** Where somebody can lift the refusal; null when nothing lifts it. */
export function wayOnFrom(code: RefusalCode, blocked: Blocked): WayOn | null {
  const { syncId, modelId, syncRequestId, modelRequestId } = blocked;
  switch (code) {
    case 'SYNC_DELETED':
      return null;
    case 'SYNC_PAUSED':
      return { to: 'sync', id: syncId };
    case 'SYNC_NOT_PUBLISHED':
      return syncRequestId === null ? { to: 'sync', id: syncId } : { to: 'request', id: syncRequestId };
    case 'MODEL_NOT_PUBLISHED':
    case 'MODEL_HAS_UNPUBLISHED_CHANGES':
      if (modelRequestId !== null) return { to: 'request', id: modelRequestId };
      return modelId === null ? { to: 'sync', id: syncId } : { to: 'model', id: modelId };
    case 'MODEL_DELETED':
    case 'BINDING_MISMATCH':
      return { to: 'editSync', id: syncId };
    case 'PREVIOUS_RUN_ACTIVE':
      return { to: 'runs', id: syncId };
  }
}
