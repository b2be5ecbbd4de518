import { newId } from '@imprimatur/kernel';
import { PreviewTurns } from './preview-turns.ts';

const busy = { kind: 'unavailable', code: 'source.busy' };

describe('previews under way', () => {
  const turns = new PreviewTurns();
  const [acme, beta] = [newId(), newId()];

  it('are few for one workspace, whatever its members ask for, and leave room for others', async () => {
    const slow = Promise.withResolvers<string>();
    const held = Array.from({ length: 4 }, () => turns.take(acme, () => slow.promise));
    await expect(turns.take(acme, () => Promise.resolve('one too many'))).rejects.toMatchObject(busy);
    await expect(turns.take(beta, () => Promise.resolve('rows'))).resolves.toBe('rows');
    slow.resolve('rows');
    await Promise.all(held);
    await expect(turns.take(acme, () => Promise.resolve('rows'))).resolves.toBe('rows');
  });

  it('make room when they fail', async () => {
    const fail = () => turns.take(acme, () => Promise.reject(new Error('the query is wrong')));
    for (let times = 0; times < 9; times++) await expect(fail()).rejects.toThrow('the query is wrong');
  });
});
