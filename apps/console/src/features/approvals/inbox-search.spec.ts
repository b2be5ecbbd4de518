import { inboxSearchOf, isFiltered, withoutFilters } from './inbox-search.ts';

const id = '019366f1-7a00-7abc-8def-0123456789ab';

describe('the address of the inbox', () => {
  it('says what is shown', () => {
    const search = { tab: 'mine', kind: 'sync', sourceId: id, destinationId: id, q: 'Sales' };
    expect(inboxSearchOf(search)).toEqual(search);
    expect(isFiltered({ ...inboxSearchOf(search), ...withoutFilters })).toBe(false);
  });

  it('is read as far as it makes sense', () => {
    expect(inboxSearchOf({ tab: 'to-review', kind: 'journey', sourceId: '1 or 1=1', q: '' })).toEqual({});
    expect(inboxSearchOf({ tab: 'elsewhere', q: 12 })).toEqual({ q: '12' });
    expect(inboxSearchOf({ q: 'x'.repeat(300) }).q).toHaveLength(200);
  });
});
