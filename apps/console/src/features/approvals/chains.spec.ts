import { chainsOf } from './chains.ts';
import type { VisibleItem } from './request-query.ts';

const ends = { sourceId: 'so', sourceName: 'Warehouse', modelId: 'mo', modelName: 'Customers' };
const sync = {
  kind: 'sync',
  resourceId: 'sy',
  name: 'Contacts',
  ends: [{ ...ends, destinationId: 'de', destinationName: 'CRM' }],
} as unknown as VisibleItem;
const model = {
  kind: 'model',
  resourceId: 'mo',
  name: 'Customers',
  ends: [{ ...ends, destinationId: null, destinationName: null, modelId: null, modelName: null }],
} as unknown as VisibleItem;

const told = (items: VisibleItem[]) =>
  chainsOf(items).map((chain) => chain.map(({ name, isItem }) => (isItem ? `[${name}]` : name)).join(' → '));

describe('what depends on what in a request', () => {
  it('leads from source to destination through both', () => {
    expect(told([model, sync])).toEqual(['Warehouse → [Customers] → [Contacts] → CRM']);
  });

  it('shows a model that is not part of it as such, and a model by itself', () => {
    expect(told([sync])).toEqual(['Warehouse → Customers → [Contacts] → CRM']);
    expect(told([model])).toEqual(['Warehouse → [Customers]']);
  });
});
