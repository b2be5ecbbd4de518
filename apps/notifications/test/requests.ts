import type { Ends, ModelContent, RequestItem, SyncContent } from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import { modelContent, syncContent } from '@imprimatur/testing';
import type { Happened } from '../src/domain/announcement.ts';

export const warehouse = newId();
export const crm = newId();

export function modelItem(
  over: {
    name?: string;
    sourceId?: string;
    content?: ModelContent;
    base?: ModelContent | null;
    contributors?: string[];
  } = {},
): RequestItem {
  const content = over.content ?? modelContent();
  return {
    resourceId: newId(),
    kind: 'model',
    name: over.name ?? 'ideal_customers',
    revision: 2,
    contentHash: contentHash(content),
    baseVersion: over.base == null ? null : 1,
    ends: [
      {
        sourceId: over.sourceId ?? warehouse,
        sourceName: 'warehouse',
        destinationId: null,
        destinationName: null,
        modelId: null,
        modelName: null,
      },
    ],
    contributors: over.contributors ?? [],
    content,
    baseContent: over.base ?? null,
    binding: null,
  };
}

export function syncItem(
  over: {
    name?: string;
    ends?: Ends[];
    content?: SyncContent;
    base?: SyncContent | null;
    contributors?: string[];
  } = {},
): RequestItem {
  const content = over.content ?? syncContent({ configuration: { destinationId: crm } });
  const { modelId, destinationId } = content.configuration;
  return {
    resourceId: newId(),
    kind: 'sync',
    name: over.name ?? 'customers to CRM',
    revision: 1,
    contentHash: contentHash(content),
    baseVersion: over.base == null ? null : 1,
    ends: over.ends ?? [
      {
        sourceId: warehouse,
        sourceName: 'warehouse',
        destinationId,
        destinationName: 'CRM',
        modelId,
        modelName: 'ideal_customers',
      },
    ],
    contributors: over.contributors ?? [],
    content,
    baseContent: over.base ?? null,
    binding: { modelId, revision: 1, draftId: null, satisfiedBy: 1 },
  };
}

/** An event that happened just now, or when told. */
export function happened<Data>(
  workspaceId: string,
  actor: string | null,
  data: Data,
  time: Date = new Date(),
): Happened<Data> {
  return { id: newId(), workspaceId, time, actor, data };
}

export interface RequestOver {
  submittedBy: string;
  participants?: string[];
  items?: RequestItem[];
}

/** What all events of one request have in common. */
export function requestFacts({ submittedBy, participants = [], items = [modelItem()] }: RequestOver) {
  return { requestId: newId(), number: 12, submittedBy, participants: [submittedBy, ...participants], items };
}
