import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../config.ts';
import { lockHome } from '../home-lock.ts';
import { demoConfigFrom, runningOn } from './demo-config.ts';

describe('the demo', () => {
  it('starts over the bus that was asked for', () => {
    expect(demoConfigFrom([], {}, '/checkout').standalone.bus).toBe('local');
    expect(demoConfigFrom(['--kafka'], {}, '/checkout').standalone.bus).toBe('kafka');
  });

  it('plays against whichever standalone of the checkout runs', async () => {
    const [first, second] = [await mkdtemp(join(tmpdir(), 'demo-')), await mkdtemp(join(tmpdir(), 'demo-'))];
    expect(await runningOn([first, second])).toBeNull();
    const release = await lockHome(second, 'http://localhost:2');
    expect(await runningOn([first, second])).toBe('http://localhost:2');
    await release();
    await Promise.all([first, second].map((home) => rm(home, { recursive: true })));
    for (const argv of [[], ['--kafka']]) {
      const { homes } = demoConfigFrom(argv, {}, '/checkout');
      expect(homes.toSorted()).toEqual(['/checkout/.imprimatur/kafka', '/checkout/.imprimatur/local']);
    }
  });

  it.each(['--nope', '--reset'])('refuses %s with its own usage', (option) => {
    const parse = (): unknown => demoConfigFrom([option], {}, '/checkout');
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(/Usage: npm run demo/);
  });
});
