import { Id } from '@imprimatur/contracts';
import { z } from 'zod';
import { feedTypes } from '../../domain/feed-entry.ts';

export const StreamQuery = z
  .object({
    lastEventId: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'as the header `Last-Event-ID`, for those who begin a new stream where an old one ended' }),
  })
  .strict();
export type StreamQuery = z.output<typeof StreamQuery>;

export const FeedEvent = z
  .object({
    type: z.enum(feedTypes).meta({ description: 'the collection of the API in which something changed' }),
    id: Id,
    version: z.int().min(1).optional().meta({ description: 'of what has versions: the newest one published' }),
  })
  .meta({ id: 'FeedEvent' });
export type FeedEvent = z.output<typeof FeedEvent>;

export const MissedEvents = z
  .object({
    lastEventId: z.string().meta({ description: 'what to go on from' }),
    isWhole: z.boolean().meta({
      description: 'false where nobody knows any more what was missed: then anything may have changed',
    }),
    events: z.array(FeedEvent),
  })
  .meta({ id: 'MissedEvents' });
export type MissedEvents = z.output<typeof MissedEvents>;
