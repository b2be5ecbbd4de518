import { Teardown } from './teardown.ts';

describe('a teardown', () => {
  it('undoes the last thing first, and everything once', async () => {
    const undone: number[] = [];
    const teardown = new Teardown();
    for (const n of [1, 2, 3]) teardown.add(() => Promise.resolve(void undone.push(n)));
    await Promise.all([teardown.run(), teardown.run()]);
    expect(undone).toEqual([3, 2, 1]);
  });

  it('goes on after a failure, and reports it', async () => {
    const undone: string[] = [];
    const teardown = new Teardown();
    teardown.add(() => Promise.resolve(void undone.push('first')));
    teardown.add(() => Promise.reject(new Error('stuck')));
    await expect(teardown.run()).rejects.toThrow(AggregateError);
    expect(undone).toEqual(['first']);
  });
});
