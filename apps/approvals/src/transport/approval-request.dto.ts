import { Comment, Id } from '@imprimatur/contracts';
import { pageOf, PageQuery } from '@imprimatur/service-kit';
import { z } from 'zod';
import { MOST_REVIEWERS } from '../domain/choose-reviewers.ts';
import { requestStatuses } from '../domain/request-status.ts';
import { RequestSummary, requestTabs } from '../persistence/views/request-summary.schema.ts';

export const ListQuery = PageQuery.extend({
  tab: z.enum(requestTabs).default('to-review'),
  kind: z.enum(['model', 'sync']).optional(),
  sourceId: Id.optional(),
  destinationId: Id.optional(),
  q: z.string().max(200).optional().meta({ description: 'in names, comments, or a number such as #12' }),
}).strict();
export const RequestPage = pageOf(RequestSummary);

/** A body that may be left out altogether. */
export const OptionalComment = z.strictObject({ comment: Comment.nullish() }).prefault({});
export const NoBody = z.strictObject({}).prefault({});
export const DeleteDrafts = z.strictObject({ comment: Comment.min(1) });
export const WriteComment = z.strictObject({ text: Comment.min(1) });

const Members = z.array(Id).max(MOST_REVIEWERS).default([]);
export const ChooseReviewers = z.strictObject({ add: Members, remove: Members });

export const Decided = z
  .object({
    requestId: Id,
    status: z.enum(requestStatuses),
    attempt: z.int(),
    approvals: z.int(),
    requiredApprovals: z.int(),
  })
  .meta({ id: 'RequestDecided' });
export const CommentWritten = z.object({ id: Id });
export const Reviewers = z.object({ reviewers: z.array(Id) });
