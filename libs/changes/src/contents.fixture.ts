import type { ModelContent, SyncContent } from '@imprimatur/contracts';

export const query = ['select id,', '  name,', '  email', 'from customers', 'where active', 'order by id'].join('\n');
export const model = (over: Partial<ModelContent> = {}): ModelContent => ({
  query,
  configuration: { primaryKey: 'id', options: { sample: { rate: 1, seed: 2 } } },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'name', type: 'text' },
  ],
  ...over,
});
export const daily = {
  kind: 'weekly',
  days: ['monday', 'friday'],
  times: ['14:00', '08:00'],
  timeZone: 'Europe/Berlin',
} as const;
export const configuration: SyncContent['configuration'] = {
  modelId: '01990000-0000-7000-8000-000000000001',
  destinationId: '01990000-0000-7000-8000-000000000002',
  mode: 'upsert',
  object: 'crm.contacts',
  mapping: [
    { column: 'id', field: 'external_id' },
    { column: 'name', field: 'full_name' },
  ],
  keys: ['external_id'],
};
export const sync = (
  over: Partial<SyncContent['configuration']> = {},
  schedule: SyncContent['schedule'] = { ...daily, days: [...daily.days], times: [...daily.times] },
): SyncContent => ({
  configuration: { ...configuration, ...over },
  schedule,
});
