import type { Content } from '@imprimatur/contracts';
import { contentHash, derivedId } from '@imprimatur/kernel';
import { modelContent, syncContent } from '@imprimatur/testing';
import type { Draft, EndIds, Published, Resource } from '../domain/resource.ts';
import type { Drafted } from '../domain/submission.ts';

const modelEnds: EndIds = { sourceId: derivedId('source'), destinationId: null, modelId: null };
const syncEnds: EndIds = {
  sourceId: derivedId('source'),
  destinationId: derivedId('destination'),
  modelId: derivedId('model'),
};

const contentOf = (kind: Resource['kind']): Content => (kind === 'model' ? modelContent() : syncContent());

export function published(over: Partial<Published> = {}, kind: Resource['kind'] = 'model'): Published {
  const content = over.content ?? contentOf(kind);
  return {
    ...{ version: 1, revision: 1, content, contentHash: contentHash(content), binding: null },
    ends: kind === 'model' ? modelEnds : syncEnds,
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    scheduleAnchor: new Date('2026-01-01T00:00:00Z'),
    ...over,
  };
}

export function draft(over: Partial<Draft> = {}, kind: Resource['kind'] = 'model'): Draft {
  const content = over.content ?? contentOf(kind);
  return {
    ...{ draftId: derivedId('draft'), revision: 2, content, contentHash: contentHash(content), binding: null },
    ends: kind === 'model' ? modelEnds : syncEnds,
    ...{ baseVersion: 1, contributors: ['dana'], state: 'editing', requestId: null },
    ...over,
  };
}

/** A published model without a draft. */
export function resource(over: Partial<Resource> = {}): Resource {
  const kind = over.kind ?? 'model';
  return {
    ...{
      workspaceId: derivedId('workspace'),
      id: derivedId(kind),
      kind,
      ...{ name: 'customers', description: '', labels: [] },
      metadataVersion: 1,
      seq: 1,
    },
    ...{ lastRevision: 2, deleted: false, ends: kind === 'model' ? modelEnds : syncEnds },
    ...{ published: published({}, kind), draft: null },
    ...over,
  };
}

export const drafted = (over: Partial<Resource> = {}): Drafted => {
  const kind = over.kind ?? 'model';
  return { ...resource({ draft: draft({}, kind), ...over }) } as Drafted;
};
