import { Id, Instant } from '@imprimatur/contracts';
import { pageOf, PageQuery } from '@imprimatur/service-kit';
import { z } from 'zod';
import { accountOccasions } from '../domain/account-notice.ts';
import { occasions } from '../domain/announcement.ts';
import { mailStates, reasons } from '../domain/delivery.ts';

export const DeliveriesQuery = PageQuery.extend({
  requestId: Id.optional(),
  memberId: Id.optional(),
  state: z.enum(mailStates).optional(),
}).strict();
export type DeliveriesQuery = z.output<typeof DeliveriesQuery>;

export const Delivery = z
  .object({
    id: Id,
    eventId: Id,
    requestId: Id.nullable(),
    template: z.enum([...occasions, ...accountOccasions]),
    reason: z.enum(reasons),
    to: z.object({ memberId: Id, address: z.string().nullable() }),
    subject: z
      .string()
      .nullable()
      .meta({ description: 'null until the mail was tried once, and where it names something that you may not view' }),
    state: z.enum(mailStates),
    attempts: z.int().min(0),
    lastError: z.string().nullable().meta({ description: 'what the mail server said, or why nothing was sent' }),
    occurredAt: Instant,
    createdAt: Instant,
    sentAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable(),
  })
  .meta({ id: 'Delivery' });

export const DeliveryPage = pageOf(Delivery).meta({ id: 'DeliveryPage' });
export type DeliveryPage = z.output<typeof DeliveryPage>;

export const Retried = z.object({ id: Id, state: z.literal('pending') }).meta({ id: 'RetriedDelivery' });
export type Retried = z.output<typeof Retried>;
