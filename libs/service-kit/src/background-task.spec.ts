import { eventually } from '@imprimatur/testing';
import { Repeating } from './background-task.ts';
import type { Logger } from './logger.ts';

const HOUR = 3_600_000;
const silent = { error: () => undefined } as unknown as Logger;

describe('repeating work', () => {
  it('never runs twice at once, and a nudge during a round runs it once more', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    let release = (): void => undefined;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      rounds += 1;
      if (rounds === 1) await new Promise<void>((resolve) => (release = resolve));
      running -= 1;
    };
    const repeating = new Repeating('test', HOUR, work, silent);
    repeating.start();
    await eventually(() => expect(rounds).toBe(1));
    repeating.nudge();
    repeating.nudge();
    release();
    await eventually(() => expect(rounds).toBe(2));
    await repeating.stop();
    expect({ most, rounds }).toEqual({ most: 1, rounds: 2 });
  });

  it('goes on after a failure', async () => {
    let rounds = 0;
    const work = async (): Promise<void> => {
      rounds += 1;
      if (rounds === 1) throw new Error('the database was away');
    };
    const repeating = new Repeating('test', 1, work, silent);
    repeating.start();
    await eventually(() => expect(rounds).toBeGreaterThan(2));
    await repeating.stop();
  });

  it('says once what holds it up for a while, and when that is over; what is wrong with it, every time', async () => {
    const said: string[] = [];
    const saying =
      (level: string) =>
      ({ task }: { task: string }) =>
        said.push(`${level}: ${task}`);
    const logger = Object.fromEntries(['info', 'warn', 'error'].map((level) => [level, saying(level)]));
    const away = Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
    const rounds = [away, away, away, null, null, new Error('a bug'), new Error('a bug'), away, null];
    const work = async (): Promise<void> => {
      const failure = rounds.shift();
      if (failure) throw failure;
      await Promise.resolve();
    };
    const repeating = new Repeating('test', 1, work, logger as unknown as Logger);
    repeating.start();
    await eventually(() => expect(rounds).toHaveLength(0));
    await repeating.stop();
    expect(said).toEqual(['warn: test', 'info: test', 'error: test', 'error: test', 'warn: test', 'info: test']);
  });

  it('waits for the round under way when it is stopped, and starts no other', async () => {
    let finished = false;
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    const work = async (): Promise<void> => {
      started();
      await new Promise((resolve) => setImmediate(resolve));
      finished = true;
    };
    const repeating = new Repeating('test', 1, work, silent);
    repeating.start();
    await begun;
    await repeating.stop();
    expect(finished).toBe(true);
  });
});
