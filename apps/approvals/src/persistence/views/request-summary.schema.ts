import { Id, Instant } from '@imprimatur/contracts';
import { z } from 'zod';
import { requestStatuses } from '../../domain/request-status.ts';
import { HiddenItem } from './request-detail.schema.ts';

export const requestTabs = ['to-review', 'mine', 'open', 'closed'] as const;
export type RequestTab = (typeof requestTabs)[number];

const ItemSummary = z
  .object({ visible: z.literal(true), resourceId: Id, kind: z.enum(['model', 'sync']), name: z.string() })
  .meta({ id: 'ItemSummary' });

export const RequestSummary = z
  .object({
    id: Id,
    number: z.int(),
    status: z.enum(requestStatuses),
    settling: z.boolean(),
    submittedBy: Id,
    submittedByName: z.string().nullable(),
    submittedAt: Instant,
    comment: z.string().nullable(),
    requiredApprovals: z.int(),
    votes: z.int().meta({ description: 'votes cast; who lost the right is only found out when they are counted' }),
    chosen: z.boolean().meta({ description: 'the caller is one of the reviewers' }),
    decidedBy: Id.nullable(),
    decidedAt: Instant.nullable(),
    items: z.array(z.discriminatedUnion('visible', [ItemSummary, HiddenItem])),
  })
  .meta({ id: 'ApprovalRequestSummary' });
export type RequestSummary = z.output<typeof RequestSummary>;

export const RequestCounts = z
  .object({ toReview: z.int(), mine: z.int(), open: z.int() })
  .meta({ id: 'ApprovalRequestCounts' });
export type RequestCounts = z.output<typeof RequestCounts>;
