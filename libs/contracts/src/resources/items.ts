import { z } from 'zod';
import { ContentHash, Id, Revision, Version } from '../primitives.ts';
import { ModelContent, SyncContent } from './contents.ts';

/**
 * The source and, for a sync, the destination that rights on a resource are judged on. A change that moves a sync has two: the new
 * ends and the old ones. Names are those at the time of the event, for people to read.
 */
export const Ends = z
  .object({
    sourceId: Id,
    sourceName: z.string(),
    destinationId: Id.nullable(),
    destinationName: z.string().nullable(),
    modelId: Id.nullable().meta({ description: 'of a sync' }),
    modelName: z.string().nullable(),
  })
  .meta({ id: 'Ends' });
export type Ends = z.output<typeof Ends>;

/** What an approval is given for, and nothing else is ever published by it. */
export const Pin = z
  .object({
    resourceId: Id,
    kind: z.enum(['model', 'sync']),
    revision: Revision,
    contentHash: ContentHash,
    baseVersion: Version.nullable(),
  })
  .meta({ id: 'Pin' });
export type Pin = z.output<typeof Pin>;

/**
 * The model revision, drafted or published, that a sync's content was written against. `draftId` is null when that revision was
 * published at the time. `satisfiedBy` is the model version that made it runnable: a gate opens only from that version on.
 */
export const Binding = z
  .object({ modelId: Id, revision: Revision, draftId: Id.nullable(), satisfiedBy: Version.nullable() })
  .meta({ id: 'Binding' });
export type Binding = z.output<typeof Binding>;

const itemFields = {
  ...Pin.shape,
  name: z.string(),
  ends: z
    .array(Ends)
    .min(1)
    .max(2)
    .meta({ description: 'the new ends first, the old ones after them when they differ' }),
  contributors: z.array(Id).meta({ description: 'members who saved a revision of this draft' }),
};

/** An item of a request: self-contained, with everything a reader needs to judge, show and compare it. */
export const RequestItem = z
  .discriminatedUnion('kind', [
    z.object({
      ...itemFields,
      kind: z.literal('model'),
      content: ModelContent,
      baseContent: ModelContent.nullable(),
      binding: z.null(),
    }),
    z.object({
      ...itemFields,
      kind: z.literal('sync'),
      content: SyncContent,
      baseContent: SyncContent.nullable(),
      binding: Binding,
    }),
  ])
  .meta({ id: 'RequestItem' });
export type RequestItem = z.output<typeof RequestItem>;

export const PublishedItem = z
  .object({
    resourceId: Id,
    kind: z.enum(['model', 'sync']),
    name: z.string(),
    version: Version,
    revision: Revision,
    contentHash: ContentHash,
  })
  .meta({ id: 'PublishedItem' });
export type PublishedItem = z.output<typeof PublishedItem>;

/** A draft whose base version moved under it, and the people who should know. */
export const StaleDraft = z.object({
  resourceId: Id,
  kind: z.enum(['model', 'sync']),
  name: z.string(),
  ends: z.array(Ends).min(1).max(2),
  contributors: z.array(Id),
  requestId: Id.nullable(),
});
export type StaleDraft = z.output<typeof StaleDraft>;

export const ItemRefusal = z.object({
  resourceId: Id,
  kind: z.enum(['model', 'sync']),
  code: z.string(),
  message: z.string(),
});
export type ItemRefusal = z.output<typeof ItemRefusal>;
