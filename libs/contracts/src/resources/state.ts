import { z } from 'zod';
import { defineState } from '../event-contract.ts';
import { Id, Instant, JsonValue, Revision, Version } from '../primitives.ts';
import { Sealed } from '../sealed.ts';
import { topics } from '../topics.ts';
import { AudienceContent, JourneyContent } from './audience-and-journey.ts';
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

export const AudienceState = defineState(
  topics.resourcesState,
  'audience',
  'resources.audience.state.v1',
  'An audience. Every save of it is live at once.',
  z.object({ ...row, version: Version, sourceId: Id, content: AudienceContent }),
);

export const JourneyState = defineState(
  topics.resourcesState,
  'journey',
  'resources.journey.state.v1',
  'A journey. Every save of it is live at once.',
  z.object({ ...row, version: Version, sourceId: Id, content: JourneyContent }),
);

export const ConnectionState = defineState(
  topics.resourcesConnections,
  'connection',
  'resources.connection.state.v1',
  'How to reach a source or destination. Credentials are ciphertext only, bound to workspace, connection and version, for resources and scheduler alone to open; erased when it is deleted.',
  z.object({
    id: Id,
    workspaceId: Id,
    seq: z.int().min(1),
    deleted: z.boolean(),
    kind: z.enum(['source', 'destination']),
    type: z.enum(['postgres']),
    version: z.int().min(1),
    settings: z.record(z.string(), JsonValue),
    credentials: Sealed.nullable(),
  }),
);
