import type { FeedEvent } from './news.ts';
import { outdatedBy } from './outdated.ts';

const viewer = { memberId: 'me', roleId: 'my-role' };
const event = (type: FeedEvent['type'], id = 'one'): FeedEvent => ({ type, id });

function outdated(events: FeedEvent[], key: unknown[]): string {
  const found = outdatedBy(events, viewer);
  if (found === 'everything') return found;
  return found.isNow(key) ? 'now' : found.isSoon(key) ? 'soon' : 'no';
}

describe('what is out of date after an event', () => {
  it.each([
    ['its list', ['models', 'list', { q: 'x' }], 'now'],
    ['its own detail', ['models', 'detail', 'one'], 'now'],
    ['the detail of another', ['models', 'detail', 'other'], 'no'],
    ['a part of it', ['models', 'versions', 'other'], 'now'],
    ['what depends on it', ['syncs', 'detail', 'other'], 'soon'],
    ['anything else', ['roles', 'list'], 'no'],
  ])('is %s: %j', (_, key, expected) => {
    expect(outdated([event('models')], key)).toBe(expected);
  });

  it.each([[event('members', 'me')], [event('roles', 'my-role')], [event('workspace')]])(
    'is everything where what one may do changes: %j',
    (change) => {
      expect(outdated([event('models'), change], ['runs', 'list'])).toBe('everything');
    },
  );

  it('is not everything for others', () => {
    expect(outdated([event('members', 'her'), event('roles', 'her-role')], ['models', 'list'])).toBe('no');
  });
});
