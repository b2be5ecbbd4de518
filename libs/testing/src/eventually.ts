import { setTimeout as delay } from 'node:timers/promises';

/** Calls `attempt` until it stops throwing and returns what it returned; throws what it threw last when time is up. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 20 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await delay(everyMs);
  }
}
