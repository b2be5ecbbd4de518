import type { DataOf, PublicationApplied, PublicationRejected } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import { scheduleAnchor, versionOf, type NextVersion } from '../domain/publication.ts';
import { PublicationRow } from './rows/publication.row.ts';
import { ResourceRow } from './rows/resource.row.ts';
import { VersionRow } from './rows/version.row.ts';

export type Applied = DataOf<typeof PublicationApplied>;
export type Rejected = DataOf<typeof PublicationRejected>;
export type StoredAnswer = { outcome: 'applied'; answer: Applied } | { outcome: 'rejected'; answer: Rejected };

/** Writes the next version of a resource and moves the resource to it. */
export async function insertVersion(
  tx: EntityManager,
  item: NextVersion,
  publicationId: string,
  publishedAt: Date,
): Promise<void> {
  const { resource, revision, draftId, binding, ends } = item;
  const { workspaceId, id } = resource;
  const { sourceId, destinationId } = ends;
  const version = versionOf(item);
  await tx.insert(VersionRow, {
    ...{ workspaceId, resourceId: id, version, revision, draftId, binding, publicationId, publishedAt },
    ...{ sourceId, destinationId },
    scheduleAnchor: scheduleAnchor(item, publishedAt),
  });
  await tx.update(ResourceRow, { workspaceId, id }, { publishedVersion: version, ...ends });
}

export async function insertApplied(tx: EntityManager, workspaceId: string, answer: Applied): Promise<void> {
  const { publicationId, how, requestId, attempt, publishedBy, publishedAt } = answer;
  await tx.insert(PublicationRow, {
    ...{ workspaceId, id: publicationId, how, requestId, attempt, publishedBy },
    publishedAt: new Date(publishedAt),
    outcome: 'applied',
    answer: answer as object,
  });
}

export async function insertRejected(
  tx: EntityManager,
  workspaceId: string,
  publication: { id: string; how: 'direct' | 'request'; publishedBy: string[]; at: Date },
  answer: Rejected,
): Promise<void> {
  const { requestId, attempt } = answer;
  const { id, how, publishedBy } = publication;
  await tx.insert(PublicationRow, {
    ...{ workspaceId, id, how, requestId, attempt, publishedBy },
    publishedAt: publication.at,
    outcome: 'rejected',
    answer: answer as object,
  });
}

/** What was answered to this attempt before, if it was. */
export async function answerTo(
  tx: EntityManager,
  workspaceId: string,
  requestId: string,
  attempt: number,
): Promise<StoredAnswer | null> {
  const row = await tx.findOneBy(PublicationRow, { workspaceId, requestId, attempt });
  return row === null ? null : ({ outcome: row.outcome, answer: row.answer } as StoredAnswer);
}
