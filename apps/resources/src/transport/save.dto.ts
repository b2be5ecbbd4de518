import {
  Comment,
  Description,
  Id,
  Labels,
  ModelContent,
  Name,
  PublishedItem,
  Revision,
  SyncContent,
  Version,
} from '@imprimatur/contracts';
import { z } from 'zod';
import type { SaveAction } from '../domain/save-decision.ts';

const Reviewers = z.array(Id).max(50);

const choice = {
  action: z.enum(['publish', 'publish_now', 'submit', 'save_draft']).meta({
    description: 'one of the `saveOptions`; `publish` and `publish_now` are the same',
  }),
  reviewers: Reviewers.optional().meta({ description: 'needed to submit' }),
  comment: Comment.nullish(),
};

const BasedOn = z
  .union([z.strictObject({ revision: Revision }), z.strictObject({ version: Version })])
  .nullable()
  .meta({
    description: 'what the change was made on: the draft, else the published version; null when there is neither',
  });

interface Choice {
  action: string;
  reviewers?: string[] | undefined;
}

const namesReviewers = ({ action, reviewers }: Choice): boolean =>
  action !== 'submit' || (reviewers !== undefined && reviewers.length > 0);

const reviewersNeeded = { path: ['reviewers'], message: 'names nobody: a submission has at least one reviewer' };

const command = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject({ ...shape, ...choice })
    .refine((value) => namesReviewers(value as unknown as Choice), reviewersNeeded);

const described = { name: Name, description: Description.default(''), labels: Labels.default([]) };

/** A save of something else than what the body says. */
export const saving = <Shape extends z.ZodRawShape>(shape: Shape) => command({ ...shape, basedOn: BasedOn });

export const CreateModelBody = command({ ...described, sourceId: Id, content: ModelContent });
export const CreateSyncBody = command({ ...described, content: SyncContent });
export const ModelChangeBody = command({ basedOn: BasedOn, content: ModelContent });
export const SyncChangeBody = command({ basedOn: BasedOn, content: SyncContent });

const Items = z
  .array(z.strictObject({ resourceId: Id, revision: Revision }))
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map(({ resourceId }) => resourceId)).size === items.length, 'names one twice');

export const SuggestionsBody = z.strictObject({ items: Items });

export const ChangeSetBody = z
  .strictObject({
    action: z.enum(['submit', 'publish', 'publish_now']),
    items: Items,
    reviewers: choice.reviewers,
    comment: choice.comment,
  })
  .refine(namesReviewers, reviewersNeeded);

export const Saved = z
  .object({ id: Id, revision: Revision, version: Version.nullable(), requestId: Id.nullable() })
  .meta({ id: 'Saved' });

export const Submitted = z.object({ requestId: Id }).meta({ id: 'Submitted' });
export const PublishedSet = z.object({ publicationId: Id, items: z.array(PublishedItem) }).meta({ id: 'PublishedSet' });

interface Said {
  action: SaveAction | 'publish';
  reviewers?: string[] | undefined;
  comment?: string | null | undefined;
}

/** What a use case wants of a choice: nobody and nothing said are spelled out, and the plain *Save* is the way to publish that it is. */
export const spelledOut = <T extends Said>(
  body: T,
): Omit<T, keyof Said> & { action: SaveAction; reviewers: string[]; comment: string | null } => ({
  ...body,
  action: body.action === 'publish' ? 'publish_now' : body.action,
  reviewers: body.reviewers ?? [],
  comment: body.comment || null,
});
