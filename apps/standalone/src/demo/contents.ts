import type { ModelContent, SyncContent } from '@imprimatur/contracts';

/** Comes due every other second, so that nobody has to wait for the story to go on. */
const everyOtherSecond: SyncContent['schedule'] = {
  kind: 'cron',
  expression: '*/2 * * * * *',
  timeZone: 'Europe/Berlin',
};

/** Customers of some cities. The batch makes every telling write rows that differ from the last one's. */
export function customersOf(cities: string[], batch: string): ModelContent {
  const list = cities.map((city) => `'${city}'`).join(', ');
  return {
    query: `select id, email, city, '${batch}' as batch\nfrom customers\nwhere city in (${list})`,
    configuration: { primaryKey: 'id' },
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'email', type: 'text' },
      { name: 'city', type: 'text' },
      { name: 'batch', type: 'text' },
    ],
  };
}

export function contactsSync(modelId: string, destinationId: string, object: string): SyncContent {
  return {
    configuration: {
      modelId,
      destinationId,
      mode: 'upsert',
      object,
      mapping: [
        { column: 'id', field: 'external_id' },
        { column: 'email', field: 'email' },
        { column: 'city', field: 'city' },
        { column: 'batch', field: 'batch' },
      ],
      keys: ['external_id'],
    },
    schedule: everyOtherSecond,
  };
}
