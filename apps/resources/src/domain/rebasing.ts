/**
 * A **rebase** moves a stale draft onto the published version (`domain.md` §4): the draft's next revision, based on that version. How
 * contents are merged is the business of `changes`; here is when a draft may be rebased, and what becomes of it.
 */
import { escaped, rebase, type Rebase, type Resolution } from '@imprimatur/changes';
import { saveOptions } from '@imprimatur/abilities';
import type { Content, Level, ModelContent, SyncContent } from '@imprimatur/contracts';
import { DomainError, type FieldError } from '@imprimatur/kernel';
import { unknownColumns } from './binding.ts';
import { nextDraftState } from './draft-life-cycle.ts';
import { isStale, type Draft, type Published, type Resource } from './resource.ts';
import { asBase, assertMaySave, withContributor, type DraftHead } from './save-decision.ts';

export interface RebasePins {
  basedOn: { revision: number };
  onto: { version: number };
}

export type Rebasable = Resource & { draft: Draft; published: Published };

export const isRebasable = (resource: Resource): resource is Rebasable =>
  resource.draft !== null && resource.published !== null && isStale(resource, resource.draft);

/** Both are those that the member saw, so whatever was merged of them is what would be merged now. */
export const isPinned = ({ draft, published }: Resource, { basedOn, onto }: RebasePins): boolean =>
  draft?.revision === basedOn.revision && published?.version === onto.version;

/** Throws unless the member has a right to it: as for saving a draft, and while approvals are off as for publishing one. */
export const assertMayRebase = (level: Level, requireApprovals: boolean): void =>
  assertMaySave(saveOptions(level, requireApprovals), requireApprovals ? 'save_draft' : 'publish_now');

/** Throws unless there is a stale draft that can be edited, and both it and the published version are those that the member saw. */
export function assertRebasable(resource: Resource, pins: RebasePins): asserts resource is Rebasable {
  nextDraftState(resource.draft, 'rebase');
  if (!isPinned(resource, pins)) throw rebaseMoved(resource);
  if (!isRebasable(resource)) throw notStale(resource.id);
}

/** The answer to whoever merged something else than what is there now: both contents as they are. */
export const rebaseMoved = ({ draft, published }: Resource): DomainError =>
  new DomainError('stale', 'draft.stale-base', 'Somebody saved or published in the meantime.', {
    details: { current: draft && asBase(draft), published: published && asBase(published) },
  });

export const notStale = (resourceId: string): DomainError =>
  new DomainError('conflict', 'draft.not-stale', 'The draft is based on the published version: nothing to rebase.', {
    details: { resourceId },
  });

/** The draft and the published version merged; `base` is what the draft started from. */
export const mergeDraft = (
  { kind, draft, published }: Rebasable,
  base: Content | null,
  resolutions: readonly Resolution[] = [],
): Rebase => rebase(kind, { base, published: published.content, mine: draft.content }, resolutions);

/** Throws while there are conflicts, naming every one of them, or the result is not a content. */
export function assertResolved({ conflicts, invalid }: Rebase): void {
  if (conflicts.length > 0)
    throw new DomainError('conflict', 'rebase.conflicts', 'Both sides changed the same fields. Resolve each of them.', {
      details: { conflicts },
    });
  assertFits(invalid);
}

export function assertFits(invalid: FieldError[]): void {
  if (invalid.length === 0) return;
  throw new DomainError('invalid', 'rebase.invalid', 'What comes out does not fit together. See the fields.', {
    fields: invalid,
  });
}

/** Mapping rows whose column the model does not have. */
export function unmappable(content: SyncContent, columns: ModelContent['columns']): FieldError[] {
  const { mapping } = content.configuration;
  return unknownColumns(content, columns).map(({ column, index }) => ({
    path: `/configuration/mapping/${escaped(mapping[index]!.field)}`,
    code: 'sync.unknown-column',
    message: `The model has no column ${column}.`,
  }));
}

export const rebasedHead = ({ draft, published }: Rebasable, rebasedBy: string): DraftHead => ({
  ...draft,
  baseVersion: published.version,
  contributors: withContributor(draft, rebasedBy),
});
