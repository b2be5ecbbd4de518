/** A **publication** turns drafts or direct changes into next versions, all of them in one step. */
import { sameSchedule } from '@imprimatur/changes';
import type { Binding, Content, GatedKind } from '@imprimatur/contracts';
import { asSync, type EndIds, type Resource } from './resource.ts';

/** What becomes the next version of a resource. */
export interface NextVersion {
  resource: Resource;
  revision: number;
  content: Content;
  contentHash: string;
  ends: EndIds;
  binding: Binding | null;
  /** The draft it consumes; null for a change around the draft. */
  draftId: string | null;
}

export const versionOf = (item: NextVersion): number => (item.resource.published?.version ?? 0) + 1;

/** A changed schedule counts from its publication; one that acts as before, however it is written down, keeps its anchor. */
export function scheduleAnchor({ resource, content }: NextVersion, publishedAt: Date): Date {
  const { published } = resource;
  if (resource.kind === 'model' || published === null) return publishedAt;
  const unchanged = sameSchedule(asSync(published.content).schedule, asSync(content).schedule);
  return unchanged ? published.scheduleAnchor : publishedAt;
}

const kinds: GatedKind[] = ['sync', 'model'];

/** Syncs first: a reader between two states sees a refusal, never a pair that was not approved. */
export const syncsFirst = <T extends { kind: GatedKind }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
