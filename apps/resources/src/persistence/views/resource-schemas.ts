import {
  Binding,
  ContentHash,
  Ends,
  Id,
  Instant,
  ModelContent,
  Revision,
  SyncContent,
  Version,
} from '@imprimatur/contracts';
import { pageOf } from '@imprimatur/service-kit';
import { z } from 'zod';

export const SaveOptionsView = z
  .object({
    actions: z.array(z.enum(['publish', 'publish_now', 'submit', 'save_draft'])),
    code: z.enum(['rights.missing', 'approvals.disabled-for-draft-role']).nullable(),
  })
  .meta({ id: 'SaveOptions' });

const publication = {
  publishedAt: Instant,
  how: z.enum(['direct', 'request']),
  requestId: Id.nullable(),
  publishedBy: z.array(Id),
};
const version = { version: Version, revision: Revision, contentHash: ContentHash, savedBy: Id, ...publication };

const draft = {
  draftId: Id,
  revision: Revision,
  baseVersion: Version.nullable(),
  contentHash: ContentHash,
  contributors: z.array(Id),
  state: z.enum(['editing', 'in_review']),
  requestId: Id.nullable(),
  stale: z.boolean().meta({ description: 'a newer version was published since it was started' }),
  settling: z.boolean().meta({ description: 'submitted, and its approval request is not there yet' }),
  savedBy: Id,
  savedAt: Instant,
};

/** A request as far as this service knows it: before it is there, and whatever becomes of it. */
const request = {
  id: Id,
  number: z.int().nullable().meta({ description: 'null until the request is there' }),
  submittedBy: Id,
};

const draftDetail = {
  ...draft,
  request: z
    .object({ ...request, submittedAt: Instant })
    .nullable()
    .meta({ description: 'the approval request that it is in review for: who asked, and when' }),
};

const resource = {
  id: Id,
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  etag: z
    .string()
    .meta({ description: 'what to name in If-Match, in quotes, to edit the metadata or delete what is seen here' }),
  metadataVersion: z.int(),
  saveOptions: SaveOptionsView,
  hiddenDraft: z.boolean().meta({ description: 'there is a draft that moves it to where you may not look' }),
};

const hotfix = z
  .boolean()
  .meta({ description: 'a change of what is published may be published around the draft, also while it is in review' });

const Holds = z
  .object({
    syncs: z.int().meta({
      description:
        'published syncs that a draft of the model keeps from running: all of them for who may save one, else those one may view',
    }),
    by: z.array(Id).meta({ description: 'who wrote the draft that holds them now; nobody: a draft would hold them' }),
  })
  .meta({ id: 'Holds' });

const HeldBy = z
  .object({
    modelId: Id,
    modelName: z.string(),
    revision: Revision,
    contributors: z.array(Id),
    requestId: Id.nullable(),
  })
  .meta({ id: 'HeldBy', description: 'the draft of its model that keeps it from running' });

export const ModelDetail = z
  .object({
    ...resource,
    sourceId: Id,
    sourceName: z.string(),
    published: z.object({ ...version, content: ModelContent }).nullable(),
    draft: z.object({ ...draftDetail, content: ModelContent }).nullable(),
    syncs: z.array(z.object({ id: Id, name: z.string() })),
    hotfix,
    holds: Holds,
  })
  .meta({ id: 'Model' });
export type ModelDetail = z.output<typeof ModelDetail>;

export const SyncDetail = z
  .object({
    ...resource,
    ends: Ends,
    published: z.object({ ...version, content: SyncContent, binding: Binding, scheduleAnchor: Instant }).nullable(),
    draft: z.object({ ...draftDetail, content: SyncContent, binding: Binding, ends: Ends }).nullable(),
    hotfix,
    heldBy: HeldBy.nullable(),
  })
  .meta({ id: 'Sync' });
export type SyncDetail = z.output<typeof SyncDetail>;

export const ResourceListItem = z
  .object({
    ...resource,
    ends: Ends,
    published: z.object({ version: Version, revision: Revision, publishedAt: Instant }).nullable(),
    draft: z.object(draft).omit({ contentHash: true, savedBy: true, savedAt: true }).nullable(),
  })
  .meta({ id: 'ResourceListItem' });
export type ResourceListItem = z.output<typeof ResourceListItem>;
export const ResourcePage = pageOf(ResourceListItem);

const history = {
  restoredFrom: Version.nullable().meta({ description: 'the version whose content it is once more' }),
  request: z.object(request).nullable().meta({ description: 'the approval request that led to it' }),
  approvers: z.array(Id).meta({ description: 'whose approvals counted; nobody for what was published directly' }),
};

export const VersionListItem = z.object({ ...version, ...history }).meta({ id: 'VersionListItem' });
export type VersionListItem = z.output<typeof VersionListItem>;

export const VersionDetail = z
  .object({ ...version, ...history, content: z.union([ModelContent, SyncContent]), binding: Binding.nullable() })
  .meta({ id: 'Version' });
export type VersionDetail = z.output<typeof VersionDetail>;
