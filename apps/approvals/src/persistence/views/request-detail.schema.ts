import { ChangeSchema } from '@imprimatur/changes';
import {
  Binding,
  ContentHash,
  Ends,
  Id,
  Instant,
  ItemRefusal,
  ModelContent,
  PublishedItem,
  Revision,
  SyncContent,
  Version,
} from '@imprimatur/contracts';
import { z } from 'zod';
import { commentOccasions } from '../../domain/approval-request.ts';
import { requestStatuses } from '../../domain/request-status.ts';
import { memberActions } from '../../domain/why-not.ts';

export const MOST_APPROVERS = 100;

/** An item that the caller may not view says nothing but that it is there. */
export const HiddenItem = z.object({ visible: z.literal(false) }).meta({ id: 'HiddenItem' });

const VisibleItem = z
  .object({
    visible: z.literal(true),
    resourceId: Id,
    kind: z.enum(['model', 'sync']),
    name: z.string(),
    revision: Revision,
    contentHash: ContentHash,
    baseVersion: Version.nullable(),
    ends: z.array(Ends),
    contributors: z.array(Id),
    binding: Binding.nullable(),
    content: z.union([ModelContent, SyncContent]),
    baseContent: z.union([ModelContent, SyncContent]).nullable(),
    changes: z.array(ChangeSchema).meta({
      description:
        'what differs from the base content; model and destination by id, with `beforeName` and `afterName` beside',
    }),
    staleNow: z.boolean().meta({ description: 'a newer version was published since the draft was begun' }),
  })
  .meta({ id: 'VisibleItem' });

/** Something about one item, which says nothing but that it is there when the caller may not view the item. */
const seenOrHidden = <Shape extends z.ZodRawShape>(about: z.ZodObject<Shape>) =>
  z.discriminatedUnion('visible', [about.extend({ visible: z.literal(true) }), HiddenItem]);

const Reason = z.object({ action: z.enum(memberActions), code: z.string(), message: z.string() });

/** What the caller may do now, and why not the rest. No reason names an item. */
const DecisionBlock = z
  .object({
    mayApprove: z.boolean(),
    mayPublishNow: z.boolean(),
    mayWithdraw: z.boolean(),
    mayDeleteDraft: z.boolean(),
    mayRetry: z.boolean(),
    mayChooseReviewers: z.boolean(),
    reasons: z.array(Reason),
  })
  .meta({ id: 'RequestDecision' });

export const RequestDetail = z
  .object({
    id: Id,
    number: z.int(),
    status: z.enum(requestStatuses),
    settling: z.boolean().meta({ description: 'decided, and not carried out yet' }),
    submittedBy: Id,
    submittedAt: Instant,
    comment: z.string().nullable(),
    itemsHash: ContentHash.meta({ description: 'the ETag: what approve and publish now name in If-Match' }),
    requiredApprovals: z.int(),
    approvals: z.int().meta({ description: 'votes of those who may still approve; final once decided' }),
    attempt: z.int(),
    items: z.array(z.discriminatedUnion('visible', [VisibleItem, HiddenItem])),
    reviewers: z.array(z.object({ memberId: Id, canAct: z.boolean(), code: z.string().nullable() })),
    votes: z.array(z.object({ memberId: Id, votedAt: Instant, comment: z.string().nullable(), counts: z.boolean() })),
    approvers: z
      .array(z.object({ memberId: Id, name: z.string() }))
      .max(MOST_APPROVERS)
      .meta({ description: `who may approve or retry it now, at most ${MOST_APPROVERS}; nobody once it is decided` }),
    comments: z.array(
      z.object({
        id: Id,
        commentedBy: Id,
        commentedAt: Instant,
        text: z.string(),
        on: z.enum(commentOccasions).nullable().meta({ description: 'the decision that it came with' }),
      }),
    ),
    decided: z
      .object({
        how: z.enum(['approved', 'direct', 'withdrawn', 'draft_deleted']),
        approvedBy: z.array(Id),
        decidedBy: Id,
        decidedAt: Instant,
        comment: z.string().nullable(),
      })
      .nullable(),
    outcome: z
      .object({
        kind: z.enum(['approved', 'withdrawn', 'draft_deleted']),
        attempt: z.int(),
        answeredAt: Instant.nullable(),
        answer: z.enum(['applied', 'rejected', 'released']).nullable(),
        versions: z.array(seenOrHidden(PublishedItem)).nullable(),
        reasons: z.array(seenOrHidden(ItemRefusal)).nullable(),
      })
      .nullable()
      .meta({ description: 'what became of the latest decision' }),
    decision: DecisionBlock,
    people: z.array(z.object({ id: Id, name: z.string() })).meta({ description: 'the names of everyone mentioned' }),
  })
  .meta({ id: 'ApprovalRequest' });
export type RequestDetail = z.output<typeof RequestDetail>;
export type ItemView = RequestDetail['items'][number];
