import { allOrNone } from './all-or-none.ts';

describe('things started together', () => {
  it('are all given, in their order', async () => {
    expect(await allOrNone([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
  });

  it('fail only when none of them is still starting', async () => {
    const ends: string[] = [];
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve)).then(() => ends.push('slow'));
    const all = allOrNone([Promise.reject(new Error('no')), slow]).catch(() => ends.push('failed'));
    setImmediate(finish);
    await all;
    expect(ends).toEqual(['slow', 'failed']);
  });
});
