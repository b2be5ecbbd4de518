import { z } from 'zod';
import { decodeCursor, encodeCursor, toPage } from './paging.ts';

describe('paging', () => {
  const Key = z.tuple([z.string()]);

  it('goes on where the page before ended', () => {
    const page = toPage([{ id: 'a' }, { id: 'b' }, { id: 'c' }], 2, ({ id }) => [id]);
    expect(page.items).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(decodeCursor(page.nextCursor!, Key)).toEqual(['b']);
  });

  it('has no next cursor on the last page', () => {
    expect(toPage([{ id: 'a' }], 2, ({ id }) => [id]).nextCursor).toBeNull();
  });

  it.each([['nonsense'], [encodeCursor(['a', 'b'])], [Buffer.from('[1]').toString('base64url')]])(
    'refuses the cursor %p, which is not of this list',
    (cursor) => {
      expect(() => decodeCursor(cursor, Key)).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
    },
  );
});
