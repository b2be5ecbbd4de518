import { fromSeen } from './newest-seen.ts';

const list = ['d', 'c', 'b', 'a'].map((id) => ({ id }));

describe('a list that grows while somebody reads it', () => {
  it('stays where it is, and says how much is new', () => {
    expect(fromSeen(list, 'b')).toEqual({ shown: [{ id: 'b' }, { id: 'a' }], fresh: 2 });
    expect(fromSeen(list, 'd')).toEqual({ shown: list, fresh: 0 });
  });

  it('is shown whole when nothing of it was seen', () => {
    expect(fromSeen(list, undefined)).toEqual({ shown: list, fresh: 0 });
    expect(fromSeen(list, 'gone')).toEqual({ shown: list, fresh: 0 });
  });
});
