/**
 * A **resource** is a model or a sync: its **published** version, if any, and its one **draft**, if any. Rights on it are judged on its
 * **ends**: a model's source; a sync's source and destination, old and new ones together when a change moves it.
 */
import type { ModelSubject, SyncSubject } from '@imprimatur/abilities';
import type { Binding, Content, GatedKind, ModelContent, SyncContent } from '@imprimatur/contracts';

export interface EndIds {
  sourceId: string;
  /** Of a sync. */
  destinationId: string | null;
  modelId: string | null;
}

interface Snapshot {
  revision: number;
  content: Content;
  contentHash: string;
  ends: EndIds;
  /** Of a sync. */
  binding: Binding | null;
}

export interface Published extends Snapshot {
  version: number;
  publishedAt: Date;
  /** When the present schedule was published. */
  scheduleAnchor: Date;
}

export interface Draft extends Snapshot {
  draftId: string;
  /** The version it started from; null when there was none. */
  baseVersion: number | null;
  contributors: string[];
  state: 'editing' | 'in_review';
  /** Set while in review, and only then. */
  requestId: string | null;
}

/** What a member changes at once, without approval. */
export type Metadata = Pick<Resource, 'name' | 'description' | 'labels'>;

export interface Resource {
  workspaceId: string;
  id: string;
  kind: GatedKind;
  name: string;
  description: string;
  labels: string[];
  metadataVersion: number;
  seq: number;
  lastRevision: number;
  deleted: boolean;
  /** Those of the published version, else those of the draft, else the last ones there were. */
  ends: EndIds;
  published: Published | null;
  draft: Draft | null;
}

/** A draft is stale when the published version is no longer the one it started from. */
export const isStale = (resource: Pick<Resource, 'published'>, draft: Pick<Draft, 'baseVersion'>): boolean =>
  draft.baseVersion !== (resource.published?.version ?? null);

// Rights do not ask for the model, but people do: who compares two contents is told the names of both models.
const sameEnds = (a: EndIds, b: EndIds): boolean =>
  a.sourceId === b.sourceId && a.destinationId === b.destinationId && a.modelId === b.modelId;

/** Without repetition, in the order given. */
export const distinctEnds = (ends: readonly EndIds[]): EndIds[] =>
  ends.filter((end, index) => ends.findIndex((other) => sameEnds(other, end)) === index);

/** What rights on a resource with these ends are judged on. */
export function subjectOn(kind: GatedKind, ends: readonly EndIds[]): ModelSubject | SyncSubject {
  if (kind === 'model') return { kind, sourceId: ends[0]!.sourceId };
  return { kind, ends: ends.map(({ sourceId, destinationId }) => ({ sourceId, destinationId: destinationId! })) };
}

/** Where the draft would move the resource, and where it is now. */
export const draftEnds = (resource: Resource, draft: Pick<Draft, 'ends'>): EndIds[] =>
  distinctEnds([draft.ends, ...(resource.published === null ? [] : [resource.published.ends])]);

/** Everywhere the resource is or would be. */
export const allEnds = (resource: Resource): EndIds[] =>
  resource.draft === null ? [resource.ends] : draftEnds(resource, resource.draft);

export const asModel = (content: Content): ModelContent => content as ModelContent;
export const asSync = (content: Content): SyncContent => content as SyncContent;
