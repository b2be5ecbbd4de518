import {
  DraftSubmitted,
  type PublicationApplied,
  PublicationRejected,
  RequestPublishFailed,
  type DataOf,
  type RequestItem,
} from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import { eventually, modelContent, syncContent } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { itemsHashOf } from '../domain/approval-request.ts';
import type { ApprovalsWorld, Caller } from './approvals-world.fixture.ts';

export interface Submitted {
  id: string;
  workspaceId: string;
  items: RequestItem[];
  etag: string;
}

type Submission = DataOf<typeof DraftSubmitted>;

const source = (sourceId: string) => ({ sourceId, sourceName: 'warehouse' });

export function draftedModel(
  over: { sourceId?: string; name?: string; baseVersion?: number | null; contributors?: string[] } = {},
): RequestItem {
  const { sourceId = newId(), name = 'customers', baseVersion = null, contributors = [] } = over;
  const content = modelContent({
    query: 'select id, email from customers',
    columns: modelContent().columns.slice(0, 2),
  });
  return {
    ...{ resourceId: newId(), kind: 'model', name, revision: 2, contentHash: contentHash(content), baseVersion },
    ...{ content, baseContent: baseVersion === null ? null : modelContent(), contributors, binding: null },
    ends: [{ ...source(sourceId), destinationId: null, destinationName: null, modelId: null, modelName: null }],
  };
}

export function draftedSync(over: { sourceId?: string; destinationId?: string; name?: string } = {}): RequestItem {
  const { sourceId = newId(), destinationId = newId(), name = 'customers to the CRM' } = over;
  const modelId = newId();
  const content = syncContent({ configuration: { modelId, destinationId } });
  return {
    ...{ resourceId: newId(), kind: 'sync', name, revision: 1, contentHash: contentHash(content), baseVersion: null },
    ...{ content, baseContent: null, contributors: [] },
    binding: { modelId, revision: 2, draftId: newId(), satisfiedBy: null },
    ends: [{ ...source(sourceId), destinationId, destinationName: 'CRM', modelId, modelName: 'customers' }],
  };
}

export function submissionOf(submitter: Caller, reviewers: Caller[], over: Partial<Submission> = {}): Submission {
  return {
    ...{ requestId: newId(), submittedBy: submitter.id, submittedAt: new Date().toISOString(), comment: 'please' },
    ...{ reviewers: reviewers.map(({ id }) => id), requiredApprovals: 1 },
    items: [draftedModel({ contributors: [submitter.id] })],
    ...over,
  };
}

/** Has resources submit drafts and waits until their request is there. */
export async function submit(
  world: ApprovalsWorld,
  submitter: Caller,
  reviewers: Caller[],
  over: Partial<Submission> = {},
): Promise<Submitted> {
  const submission = submissionOf(submitter, reviewers, over);
  const { requestId, items } = submission;
  await world.resources.send(DraftSubmitted, submitter.workspaceId, requestId, submission, submitter.id);
  await eventually(async () => {
    if ((await world.events(requestId)).length === 0) throw new Error('not open yet');
  });
  return { id: requestId, workspaceId: submitter.workspaceId, items, etag: `"${itemsHashOf(items)}"` };
}

export function appliedTo(
  { id, items }: Submitted,
  attempt: number,
  publishedBy: string,
): DataOf<typeof PublicationApplied> {
  return {
    ...{ publicationId: newId(), how: 'request', requestId: id, attempt, publishedBy: [publishedBy], madeStale: [] },
    publishedAt: new Date().toISOString(),
    items: items.map(({ resourceId, kind, name, revision, contentHash: hash, baseVersion }) => ({
      ...{ resourceId, kind, name, revision, contentHash: hash, version: (baseVersion ?? 0) + 1 },
    })),
  };
}

export function rejectionOf({ id, items }: Submitted, attempt: number): DataOf<typeof PublicationRejected> {
  const reasons = items.map(({ resourceId, kind, name }) => ({
    ...{ resourceId, kind, code: 'draft.stale', message: `${name} was published meanwhile` },
  }));
  return { requestId: id, attempt, reasons };
}

/** Waits until the request says this, as its submitter sees it. */
export function untilStatus(world: ApprovalsWorld, caller: Caller, requestId: string, status: string): Promise<void> {
  return eventually(async () => {
    const { body }: Response = await world.call(caller, 'get', `/${requestId}`);
    if (body.status !== status) throw new Error(`it is ${body.status}, not ${status}`);
  });
}

/** Has the requests approved and their publications rejected. */
export async function rejected(
  world: ApprovalsWorld,
  requests: Submitted[],
  approve: (request: Submitted) => PromiseLike<{ status: number }>,
): Promise<void> {
  for (const request of requests) {
    const { status } = await approve(request);
    if (status !== 202) throw new Error(`approve was answered with ${status}`);
    await world.resources.send(PublicationRejected, request.workspaceId, request.id, rejectionOf(request, 1));
  }
  for (const { id } of requests) {
    await eventually(async () => {
      if ((await world.eventsOf(RequestPublishFailed, id)).length === 0) throw new Error('not rejected yet');
    });
  }
}
