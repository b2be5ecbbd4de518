import type { components } from '../../api/schema.d.ts';
import type { RefusalCode } from '../run-now/refusal-codes.ts';
import type { Status } from '../statuses.ts';

type ListItem = components['schemas']['ResourceListItem'];
type Draft = Pick<NonNullable<ListItem['draft']>, 'state' | 'stale' | 'settling'>;

interface FlowResource {
  id: string;
  name: string;
  version: number | null;
  draft: Status | null;
}

export interface FlowModel extends FlowResource {
  source: FlowEnd;
}

export interface FlowSync extends FlowResource {
  modelId: string | null;
  destination: FlowEnd;
}

/** A source or a destination. */
export interface FlowEnd {
  id: string | null;
  name: string | null;
}

/** Why a sync would not run now. */
export type Readiness = ReadonlyMap<string, readonly RefusalCode[]>;

interface Versioned {
  id: string;
  name: string;
  published: { version: number } | null;
  draft: Draft | null;
}

export const modelOf = (model: Versioned, source: FlowEnd): FlowModel => ({ ...resourceOf(model), source });

export function syncOf({ ends, ...sync }: Versioned & { ends: components['schemas']['Ends'] }): FlowSync {
  const destination = { id: ends.destinationId, name: ends.destinationName };
  return { ...resourceOf(sync), modelId: ends.modelId, destination };
}

const resourceOf = ({ id, name, published, draft }: Versioned): FlowResource => ({
  ...{ id, name, version: published?.version ?? null },
  draft: draft && statusOf(draft),
});

function statusOf({ state, stale, settling }: Draft): Status {
  if (settling) return 'publishing';
  if (stale) return 'stale';
  return state === 'in_review' ? 'inReview' : 'draft';
}

/** What keeps a sync from running for longer than a run takes. */
export const holdupOf = (codes: readonly RefusalCode[] = []): RefusalCode | null =>
  codes.find((code) => code !== 'PREVIOUS_RUN_ACTIVE') ?? null;

/** What a box says of a sync: where it stands, and whether it has a draft. */
export function statusesOf({ version, draft }: FlowResource, holdup: RefusalCode | null = null): Status[] {
  const standing = version === null ? null : standingOf(holdup);
  return [...(standing === null ? [] : [standing]), ...(draft === null ? [] : [draft])];
}

function standingOf(holdup: RefusalCode | null): Status {
  if (holdup === null) return 'published';
  return holdup === 'SYNC_PAUSED' ? 'paused' : 'held';
}
