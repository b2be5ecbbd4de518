import { syncStatuses } from './sync-status.ts';

const editing = { state: 'editing', stale: false } as const;
const ready = { paused: false, wouldRefuse: [] };

it('says of a sync whether it is live, what is drafted, and whether it would run', () => {
  const { length } = syncStatuses({ published: null, draft: null });
  expect(length).toBe(0);
  expect(syncStatuses({ published: {}, draft: null }, ready)).toEqual(['published']);
  expect(syncStatuses({ published: {}, draft: { state: 'in_review', stale: true } })).toEqual([
    ...['published', 'stale'],
  ]);
  expect(syncStatuses({ published: null, draft: editing }, { ...ready, wouldRefuse: ['SYNC_NOT_PUBLISHED'] })).toEqual([
    'draft',
  ]);
  const held = { paused: true, wouldRefuse: ['SYNC_PAUSED', 'MODEL_HAS_UNPUBLISHED_CHANGES'] };
  expect(syncStatuses({ published: {}, draft: null }, held)).toEqual(['published', 'held', 'paused']);
});
