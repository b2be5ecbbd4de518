import { HeldLease } from './held-lease.ts';

const LEASE_MS = 200;

/** Resolves with how long it took until the lease was lost. */
async function timeUntilLost(lease: HeldLease): Promise<number> {
  const from = performance.now();
  await new Promise<void>((resolve) => lease.lost.addEventListener('abort', () => resolve(), { once: true }));
  return performance.now() - from;
}

/** Resolves after `count` renewals. */
function renewals(
  count: number,
  answer: () => Promise<boolean>,
): { renew: () => Promise<boolean>; done: Promise<void> } {
  let left = count;
  let finish: () => void;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const renew = (): Promise<boolean> => {
    if (--left === 0) finish();
    return answer();
  };
  return { renew, done };
}

describe('a lease that is held', () => {
  it('is not lost while it is renewed', async () => {
    const { renew, done } = renewals(10, () => Promise.resolve(true));
    const lease = new HeldLease(LEASE_MS, renew, () => undefined);
    await done;
    expect(lease.lost.aborted).toBe(false);
    lease.stop();
  });

  it('is lost as soon as somebody else has it', async () => {
    const lease = new HeldLease(
      10_000,
      () => Promise.resolve(false),
      () => undefined,
    );
    expect(await timeUntilLost(lease)).toBeLessThan(5_000);
  });

  it('is lost when it could not be renewed for as long as it lasts, and not before', async () => {
    const troubles: unknown[] = [];
    const down = new Error('the database is away');
    const lease = new HeldLease(
      LEASE_MS,
      () => Promise.reject(down),
      (error) => troubles.push(error),
    );
    expect(await timeUntilLost(lease)).toBeGreaterThanOrEqual(LEASE_MS - 5);
    expect(troubles.length).toBeGreaterThan(1);
    expect(new Set(troubles)).toEqual(new Set([down]));
  });

  it('is lost when its renewal is never answered', async () => {
    const lease = new HeldLease(
      LEASE_MS,
      () => new Promise(() => undefined),
      () => undefined,
    );
    expect(await timeUntilLost(lease)).toBeGreaterThanOrEqual(LEASE_MS - 5);
  });
});
