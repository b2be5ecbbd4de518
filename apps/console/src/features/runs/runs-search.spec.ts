import { runsSearchOf } from './runs-search.ts';

const syncId = '0199aaaa-1111-7222-8333-444455556666';

describe('what of the runs an address shows', () => {
  it('is everything that makes sense in it', () => {
    const search = { view: 'flow', syncId, outcome: 'failed' };
    expect(runsSearchOf(search)).toEqual(search);
    expect(runsSearchOf({ view: 'table', syncId: 12, outcome: 'lost', code: 'WHY', q: 'x' })).toEqual({});
  });

  it('is what was refused where a reason is asked for', () => {
    const code = 'SYNC_PAUSED';
    expect(runsSearchOf({ outcome: 'failed', code })).toEqual({ outcome: 'refused', code });
  });
});
