/**
 * What a **save** does. Based on the draft, or starting one, it becomes the draft's next revision. **Publish now** based on the published
 * version goes around the draft: a hotfix is always possible, and leaves the draft stale.
 */
import type { SaveOptions } from '@imprimatur/abilities';
import type { Binding, Content } from '@imprimatur/contracts';
import { DomainError, forbidden } from '@imprimatur/kernel';
import { renews } from './binding.ts';
import { nextDraftState } from './draft-life-cycle.ts';
import { isStale, type Draft, type Published, type Resource } from './resource.ts';

export type SaveAction = 'publish_now' | 'submit' | 'save_draft';
/** A draft revision, a published version, or, for a resource that has neither, nothing. */
export type BasedOn = { revision: number } | { version: number } | null;

export interface Save {
  action: SaveAction;
  basedOn: BasedOn;
  content: Content;
  contentHash: string;
  binding: Binding | null;
  savedBy: string;
  /** The version whose content it is once more. */
  restoredFrom?: number | undefined;
}

export type SaveDecision =
  { into: 'version'; revision: number } | { into: 'draft'; revision: number; draft: DraftHead };

/** What a save changes about a draft; content and ends come with the save. */
export type DraftHead = Pick<Draft, 'draftId' | 'baseVersion' | 'contributors' | 'state'>;

/** Throws unless the member has this action. A plain *Save* (`publish`) is what `publish_now` means without approvals. */
export function assertMaySave({ actions, code }: SaveOptions, action: SaveAction): void {
  if (actions.includes(action) || (action === 'publish_now' && actions.includes('publish'))) return;
  if (code === 'approvals.disabled-for-draft-role')
    throw new DomainError(
      'forbidden',
      code,
      'Approvals are switched off in this workspace, and your role may only save drafts.',
    );
  if (actions.includes('publish'))
    throw new DomainError(
      'conflict',
      'approvals.disabled',
      'Approvals are switched off in this workspace: a save publishes at once.',
    );
  throw forbidden('Your role does not allow this.', { action, actions });
}

/** A publication that leaves the draft, if there is one, alone. What is restored is based on the draft as long as there is one. */
export const isAround = (
  { draft }: Pick<Resource, 'draft'>,
  { action, basedOn, restoredFrom }: Pick<Save, 'action' | 'basedOn' | 'restoredFrom'>,
): boolean => action === 'publish_now' && !isRevision(basedOn) && (restoredFrom === undefined || draft === null);

/** Decides a save of a resource whose row is locked. `newDraftId` is used when the save starts a draft. */
export function decideSave(resource: Resource, save: Save, newDraftId: string): SaveDecision {
  const { draft, published } = resource;
  const revision = resource.lastRevision + 1;
  const around = isAround(resource, save);
  if (!around) nextDraftState(draft, 'save');
  assertCurrent(resource, save, around);
  assertChange(resource, save);
  if (around) return { into: 'version', revision };
  if (draft === null) {
    const started: DraftHead = {
      draftId: newDraftId,
      baseVersion: published?.version ?? null,
      contributors: [save.savedBy],
      state: 'editing',
    };
    return { into: 'draft', revision, draft: started };
  }
  if (save.action !== 'save_draft') assertNotStale(resource, draft);
  return { into: 'draft', revision, draft: { ...draft, contributors: withContributor(draft, save.savedBy) } };
}

export const withContributor = ({ contributors }: Pick<Draft, 'contributors'>, savedBy: string): string[] => [
  ...new Set([...contributors, savedBy]),
];

/** Throws `draft.stale` when what would be submitted or published started from a version that is no longer the published one. */
export function assertNotStale(resource: Resource, draft: Draft): void {
  if (!isStale(resource, draft)) return;
  throw new DomainError('conflict', 'draft.stale', 'A newer version was published since this draft was started.', {
    details: {
      resourceId: resource.id,
      baseVersion: draft.baseVersion,
      publishedVersion: resource.published?.version ?? null,
    },
  });
}

const isRevision = (basedOn: BasedOn): basedOn is { revision: number } => basedOn !== null && 'revision' in basedOn;

function assertCurrent({ draft, published }: Resource, { basedOn, content }: Save, around: boolean): void {
  if (isCurrent({ draft, published }, basedOn, around)) return;
  const current = around ? (published ?? draft) : (draft ?? published);
  throw new DomainError('stale', 'draft.stale-base', 'Somebody saved or published in the meantime.', {
    details: { current: current === null ? null : asBase(current), yours: content },
  });
}

function isCurrent({ draft, published }: Pick<Resource, 'draft' | 'published'>, basedOn: BasedOn, around: boolean) {
  if (basedOn === null) return draft === null && published === null;
  if (isRevision(basedOn)) return basedOn.revision === draft?.revision;
  return basedOn.version === published?.version && (around || draft === null);
}

/** What a save that was refused would have had to be based on. */
export const asBase = (current: Draft | Published): object => ({
  basedOn: 'version' in current ? { version: current.version } : { revision: current.revision },
  contentHash: current.contentHash,
  content: current.content,
});

/** Throws `draft.no-change` for what is published already, unless saving it renews a binding. */
export function assertChange(
  { published }: Pick<Resource, 'published'>,
  save: Pick<Save, 'contentHash' | 'binding'>,
): void {
  if (published?.contentHash !== save.contentHash || renews(published.binding, save.binding)) return;
  throw new DomainError('conflict', 'draft.no-change', 'This is what is published already.');
}
