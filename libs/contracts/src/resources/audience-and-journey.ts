import { z } from 'zod';
import { Id, Name } from '../primitives.ts';

/** The members of a model's rows that fulfil all conditions. Approval flows do not apply to it. */
export const AudienceContent = z
  .object({
    modelId: Id,
    conditions: z
      .array(
        z.object({
          column: z.string().min(1).max(63),
          operator: z.enum(['equals', 'differs', 'contains', 'greater', 'less', 'is_empty', 'is_not_empty']),
          value: z.union([z.string().max(1_000), z.number(), z.boolean()]).nullable(),
        }),
      )
      .max(50),
  })
  .meta({ id: 'AudienceContent' });
export type AudienceContent = z.output<typeof AudienceContent>;

/** What happens, step by step, to those who enter an audience. Approval flows do not apply to it. */
export const JourneyContent = z
  .object({
    audienceId: Id,
    steps: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('wait'),
            amount: z.int().min(1).max(10_000),
            unit: z.enum(['minutes', 'hours', 'days', 'weeks']),
          }),
          z.object({ kind: z.literal('enter_destination'), destinationId: Id, object: Name }),
        ]),
      )
      .min(1)
      .max(50),
  })
  .meta({ id: 'JourneyContent' });
export type JourneyContent = z.output<typeof JourneyContent>;
