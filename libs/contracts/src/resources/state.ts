import { z } from 'zod';
import { defineState } from '../event-contract.ts';
import { Id, Instant, JsonValue, Revision, Version } from '../primitives.ts';
import { topics } from '../topics.ts';
import { ColumnType, ModelContent, SyncContent } from './contents.ts';
import { Binding } from './items.ts';

const row = { id: Id, workspaceId: Id, seq: z.int().min(1), deleted: z.boolean(), name: z.string() };
const draft = {
  draftId: Id,
  revision: Revision,
  baseVersion: Version.nullable(),
  requestId: Id.nullable().meta({ description: 'set while the draft is in review' }),
};

export const SourceState = defineState(
  topics.resourcesState,
  'source',
  'resources.source.state.v1',
  'A source as its readers need it: its name and type, never how to connect.',
  z.object({ ...row, type: z.enum(['postgres']) }),
);

export const DestinationState = defineState(
  topics.resourcesState,
  'destination',
  'resources.destination.state.v1',
  'A destination as its readers need it: its name and type, never how to connect.',
  z.object({ ...row, type: z.enum(['postgres']) }),
);

export const ModelState = defineState(
  topics.resourcesState,
  'model',
  'resources.model.state.v1',
  'The published version of a model, if any, and whether it has a draft. Draft contents are not in it.',
  z.object({
    ...row,
    sourceId: Id,
    published: z
      .object({ version: Version, revision: Revision, content: ModelContent, publishedAt: Instant })
      .nullable(),
    draft: z.object({ ...draft, columns: z.array(z.object({ name: z.string(), type: ColumnType })) }).nullable(),
  }),
);

export const SyncState = defineState(
  topics.resourcesState,
  'sync',
  'resources.sync.state.v1',
  'The published version of a sync, if any, with its binding and schedule anchor, whether it has a draft, and its ends: those of the published version, else those of the draft.',
  z.object({
    ...row,
    ends: z.object({ sourceId: Id, destinationId: Id, modelId: Id }),
    published: z
      .object({
        version: Version,
        revision: Revision,
        content: SyncContent,
        binding: Binding,
        scheduleAnchor: Instant.meta({
          description: 'when the present schedule was published; intervals count from it',
        }),
        publishedAt: Instant,
      })
      .nullable(),
    draft: z.object(draft).nullable(),
  }),
);

/** AES-256-GCM over the credentials, bound to workspace, connection and version; only resources and scheduler hold the key. */
export const SealedCredentials = z.object({
  keyId: z.string(),
  nonce: z.base64(),
  ciphertext: z.base64(),
  tag: z.base64(),
});
export type SealedCredentials = z.output<typeof SealedCredentials>;

export const ConnectionState = defineState(
  topics.resourcesConnections,
  'connection',
  'resources.connection.state.v1',
  'How to reach a source or destination. Credentials are ciphertext only, erased when it is deleted.',
  z.object({
    id: Id,
    workspaceId: Id,
    seq: z.int().min(1),
    deleted: z.boolean(),
    kind: z.enum(['source', 'destination']),
    type: z.enum(['postgres']),
    version: z.int().min(1),
    settings: z.record(z.string(), JsonValue),
    credentials: SealedCredentials.nullable(),
  }),
);
