import { Interrupted, type Lifeline } from '../transport.ts';

const EVERY_MS = 3_000;

/** Keeps the consumer in its group while the work takes its time. A heartbeat that fails means the partition is lost. */
export async function whileBeating<T>(lifeline: Lifeline, work: () => Promise<T>): Promise<T> {
  let lost: unknown;
  const timer = setInterval(() => {
    lifeline.heartbeat().catch((error: unknown) => {
      lost = error;
    });
  }, EVERY_MS);
  try {
    return await work();
  } catch (error) {
    if (lost !== undefined) throw new Interrupted('The partition was lost.', { cause: lost });
    throw error;
  } finally {
    clearInterval(timer);
  }
}
