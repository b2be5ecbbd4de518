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
