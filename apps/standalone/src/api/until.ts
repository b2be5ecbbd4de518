import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until there is an answer (anything but undefined), for as long as that may reasonably take. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { withinMs = 20_000, everyMs = 100 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs / 1_000} s`);
    await delay(everyMs);
  }
}
