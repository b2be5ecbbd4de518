import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { Comment, Id, Instant, Revision, Version } from '../primitives.ts';
import { topics } from '../topics.ts';
import { Ends, ItemRefusal, PublishedItem, RequestItem, StaleDraft } from './items.ts';

const resource = { resourceId: Id, kind: z.enum(['model', 'sync']), name: z.string() };
const topic = topics.resourcesEvents;

export const DraftSaved = defineEvent(
  topic,
  'resources.draft.saved.v1',
  'A member saved a revision of a draft. Nobody is asked for anything.',
  z.object({
    ...resource,
    revision: Revision,
    baseVersion: Version.nullable(),
    savedBy: Id,
    ends: z.array(Ends).min(1).max(2),
  }),
);

export const DraftRebased = defineEvent(
  topic,
  'resources.draft.rebased.v1',
  'A member moved a stale draft onto the published version. It is the next revision, with the published version as its base.',
  z.object({ ...resource, revision: Revision, baseVersion: Version, rebasedBy: Id, ends: z.array(Ends).min(1).max(2) }),
);

export const DraftSubmitted = defineEvent(
  topic,
  'resources.draft.submitted.v1',
  'A member submitted one or more drafts as one approval request. They are locked from now on until the request is decided. Self-contained: a reader needs nothing else to open the request. May be sent again, as the same event.',
  z.object({
    requestId: Id,
    submittedBy: Id,
    submittedAt: Instant,
    comment: Comment.nullable(),
    reviewers: z.array(Id).min(1).max(50),
    requiredApprovals: z.int().min(1).max(5),
    items: z.array(RequestItem).min(1).max(50),
  }),
  { indispensable: 'its drafts would stay in review for good, without a request that decides about them' },
);

export const DraftDeleted = defineEvent(
  topic,
  'resources.draft.deleted.v1',
  'A member deleted a draft that was not in review. A resource that was never published disappeared with it.',
  z.object({ ...resource, deletedBy: Id, resourceDisappeared: z.boolean() }),
);

export const DraftReleased = defineEvent(
  topic,
  'resources.draft.released.v1',
  'The answer to a request that was withdrawn or whose drafts were deleted: its drafts are editable again, or gone.',
  z.object({
    requestId: Id,
    outcome: z.enum(['withdrawn', 'deleted']),
    items: z.array(z.object({ ...resource, resourceDisappeared: z.boolean() })),
  }),
);

export const PublicationApplied = defineEvent(
  topic,
  'resources.publication.applied.v1',
  'Drafts or direct changes became the next versions, all of them in one step. For a request it is the answer to one attempt and is repeated, never done twice.',
  z.object({
    publicationId: Id,
    how: z.enum(['direct', 'request']),
    requestId: Id.nullable(),
    attempt: z.int().min(1).nullable(),
    publishedBy: z.array(Id).min(1).meta({ description: 'who published directly, or whose approvals counted' }),
    publishedAt: Instant,
    items: z.array(PublishedItem).min(1),
    madeStale: z.array(StaleDraft),
  }),
);

export const PublicationRejected = defineEvent(
  topic,
  'resources.publication.rejected.v1',
  'An approved request could not be published; nothing of it was. A reason for every item that stood in the way.',
  z.object({ requestId: Id, attempt: z.int().min(1), reasons: z.array(ItemRefusal).min(1) }),
);

export const ResourceDeleted = defineEvent(
  topic,
  'resources.resource.deleted.v1',
  'A resource was deleted, its draft with it. Its versions stay on record.',
  z.object({
    resourceId: Id,
    kind: z.enum(['source', 'destination', 'model', 'sync', 'audience', 'journey']),
    name: z.string(),
    deletedBy: Id,
  }),
);
