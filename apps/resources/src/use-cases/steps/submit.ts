import { whyNotApprover } from '@imprimatur/abilities';
import { type Actor, type Directory } from '@imprimatur/access';
import type { Binding, RequestItem } from '@imprimatur/contracts';
import { DomainError, newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import { draftEnds } from '../../domain/resource.ts';
import { bindTogether, type Drafted } from '../../domain/submission.ts';
import { sendToReview } from '../../persistence/drafts.repository.ts';
import { nameEnds } from '../../persistence/end-names.ts';
import { insertSubmission, type Submitted } from '../../persistence/submissions.repository.ts';
import { appendStates } from './append-states.ts';
import { submittedEvent } from './submitted-event.ts';

const MAX_SUBMISSION_BYTES = 512 * 1024;

export interface Submission {
  reviewers: string[];
  comment: string | null;
  submittedAt: Date;
}

/** Locks drafts that are ready and asks for them to be published, as one request. Returns the request's id. */
export async function submit(
  tx: EntityManager,
  cause: Cause,
  directory: Directory,
  actor: Actor,
  drafts: readonly Drafted[],
  submission: Submission,
): Promise<string> {
  const { workspaceId } = actor;
  const bindings = bindTogether(drafts);
  const event: Submitted = {
    requestId: newId(),
    submittedBy: actor.memberId,
    submittedAt: submission.submittedAt.toISOString(),
    comment: submission.comment,
    reviewers: [...new Set(submission.reviewers)],
    requiredApprovals: actor.workspace.settings.requiredApprovals,
    items: await requestItems(tx, workspaceId, drafts, bindings),
  };
  await assertReviewers(tx, directory, actor, event);
  assertLeavesRoom(event);
  const submitted = submittedEvent(workspaceId, event);
  await insertSubmission(tx, workspaceId, event);
  for (const resource of drafts)
    await sendToReview(tx, resource, event.requestId, bindings.get(resource.id) ?? resource.draft.binding);
  await appendStates(
    tx,
    cause,
    workspaceId,
    drafts.map(({ id }) => id),
  );
  await appendEvents(tx, cause, [submitted]);
  return event.requestId;
}

/** Every event about the request repeats its items and adds people, votes and outcomes; they must fit as well. */
function assertLeavesRoom(event: Submitted): void {
  const bytes = Buffer.byteLength(JSON.stringify(event));
  if (bytes > MAX_SUBMISSION_BYTES)
    throw new DomainError('too-large', 'change-set.too-large', 'This is more than one request may hold (512 KiB).', {
      details: { limit: MAX_SUBMISSION_BYTES, bytes },
    });
}

async function requestItems(
  tx: EntityManager,
  workspaceId: string,
  drafts: readonly Drafted[],
  bindings: Map<string, Binding>,
): Promise<RequestItem[]> {
  const named = await nameEnds(
    tx,
    workspaceId,
    drafts.flatMap((resource) => draftEnds(resource, resource.draft)),
  );
  return drafts.map((resource) => {
    const { id: resourceId, kind, name, draft, published } = resource;
    const { revision, contentHash, baseVersion, content, contributors } = draft;
    return {
      ...{ resourceId, kind, name, revision, contentHash, baseVersion, content, contributors },
      baseContent: published?.content ?? null,
      ends: draftEnds(resource, draft).map(named),
      binding: bindings.get(resourceId) ?? draft.binding,
    } as RequestItem;
  });
}

async function assertReviewers(
  tx: EntityManager,
  directory: Directory,
  actor: Actor,
  { reviewers, items, submittedBy }: Submitted,
): Promise<void> {
  const known = new Map(
    (await directory.actors(actor.workspaceId, reviewers, tx)).map((each) => [each.memberId, each]),
  );
  const refused = reviewers.flatMap((id) => {
    const reviewer = known.get(id);
    if (reviewer === undefined) return [{ id, code: 'approver.inactive' }];
    const { selfApproval } = actor.workspace.settings;
    const member = { id, kind: reviewer.kind, active: true };
    const code = whyNotApprover({ member, ability: reviewer.ability, items, submittedBy, selfApproval });
    return code === null ? [] : [{ id, code }];
  });
  if (refused.length > 0)
    throw new DomainError('invalid', 'reviewer.not-an-approver', 'Not every reviewer can approve every item.', {
      details: { reviewers: refused },
    });
}
