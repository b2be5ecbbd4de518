import { BehindWatch } from './behind-watch.ts';
import type { BeatAge } from './freshness.ts';

const beat = (partition: number, seconds: number): BeatAge => ({
  ...{ group: 'approvals.identity.g1', topic: 'identity.state', partition },
  seconds,
});

describe('whether a service is behind the others', () => {
  const logged: [string, object][] = [];
  let ages: BeatAge[];
  const write =
    (level: string) =>
    (context: object): void =>
      void logged.push([level, context]);
  const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  let watch: BehindWatch;
  const look = async (...seen: BeatAge[]): Promise<void> => {
    ages = seen;
    await watch.look();
  };

  beforeEach(() => {
    logged.length = 0;
    watch = new BehindWatch({ beatAges: () => Promise.resolve(ages) }, logger);
  });

  it('is said once when it starts, with the partitions that are, and once when it ends', async () => {
    await look(beat(0, 1), beat(1, 2));
    await look(beat(0, 1), beat(1, 6.4));
    await look(beat(0, 7), beat(1, 60));
    await look(beat(0, 0.5), beat(1, 61));
    await look(beat(0, 1), beat(1, 0));
    await look(beat(0, 1), beat(1, 1));
    expect(logged).toEqual([
      ['warn', { behind: [{ group: 'approvals.identity.g1', topic: 'identity.state', partition: 1, ageSeconds: 6 }] }],
      ['info', {}],
    ]);
  });

  it('is said of what was never read', async () => {
    await look(beat(3, Infinity));
    expect(logged).toMatchObject([['warn', { behind: [{ partition: 3, ageSeconds: 'never read' }] }]]);
  });

  it('is not said of a service that reads no state of others', async () => {
    await look();
    expect(logged).toEqual([]);
  });
});
