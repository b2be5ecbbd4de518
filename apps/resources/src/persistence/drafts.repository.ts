import type { Binding, Content } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import type { DraftHead } from '../domain/save-decision.ts';
import type { EndIds, Resource } from '../domain/resource.ts';
import { DraftRow } from './rows/draft.row.ts';
import { ResourceRow } from './rows/resource.row.ts';
import { RevisionRow } from './rows/revision.row.ts';

export interface SavedContent {
  revision: number;
  content: Content;
  contentHash: string;
  ends: EndIds;
  binding: Binding | null;
  savedBy: string;
  savedAt: Date;
  /** The version whose content it is once more. */
  restoredFrom: number | null;
}

type Key = Pick<Resource, 'workspaceId' | 'id'>;

export async function insertRevision(
  tx: EntityManager,
  { workspaceId, id }: Key,
  { revision, content, contentHash, savedBy, savedAt, restoredFrom }: SavedContent,
  draftId: string | null,
): Promise<void> {
  await tx.insert(RevisionRow, {
    ...{ workspaceId, resourceId: id, revision, contentHash, draftId, savedBy, savedAt, restoredFrom },
    content: content as object,
  });
  await tx.update(ResourceRow, { workspaceId, id }, { lastRevision: revision });
}

/** Starts the draft or moves it on to the revision. A resource that was never published is where its draft is. */
export async function saveDraft(
  tx: EntityManager,
  resource: Resource,
  { draftId, baseVersion, contributors, state }: DraftHead,
  { revision, ends, binding }: Pick<SavedContent, 'revision' | 'ends' | 'binding'>,
): Promise<void> {
  const { workspaceId, id } = resource;
  await tx.upsert(
    DraftRow,
    {
      workspaceId,
      resourceId: id,
      draftId,
      revision,
      baseVersion,
      contributors,
      ...ends,
      binding,
      state,
      requestId: null,
    },
    ['workspaceId', 'resourceId'],
  );
  if (resource.published === null) await tx.update(ResourceRow, { workspaceId, id }, ends);
}

export async function sendToReview(
  tx: EntityManager,
  { workspaceId, id }: Key,
  requestId: string,
  binding: Binding | null,
): Promise<void> {
  await tx.update(DraftRow, { workspaceId, resourceId: id }, { state: 'in_review', requestId, binding });
}

export async function returnToEditing(tx: EntityManager, { workspaceId, id }: Key): Promise<void> {
  await tx.update(DraftRow, { workspaceId, resourceId: id }, { state: 'editing', requestId: null });
}

export async function removeDraft(tx: EntityManager, { workspaceId, id }: Key): Promise<void> {
  await tx.delete(DraftRow, { workspaceId, resourceId: id });
}
