import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';

/** The gated fields of a plausible model. */
export function modelContent(over: Partial<ModelContent> = {}): ModelContent {
  return {
    query: 'select id, email, city from customers',
    configuration: { primaryKey: 'id' },
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'email', type: 'text' },
      { name: 'city', type: 'text' },
    ],
    ...over,
  };
}

/** The gated fields of a plausible manual sync on {@link modelContent}. Give it the ids of your model and destination. */
export function syncContent(
  over: { configuration?: Partial<SyncContent['configuration']>; schedule?: SyncContent['schedule'] } = {},
): SyncContent {
  return {
    configuration: {
      modelId: derivedId('model'),
      destinationId: derivedId('destination'),
      mode: 'upsert',
      object: 'crm.contacts',
      mapping: [
        { column: 'id', field: 'external_id' },
        { column: 'email', field: 'email' },
      ],
      keys: ['external_id'],
      ...over.configuration,
    },
    schedule: over.schedule ?? { kind: 'manual' },
  };
}
