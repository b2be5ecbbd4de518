/** The value that this share of the samples does not exceed. */
function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export const summary = (samples: readonly number[]): string =>
  `p50 ${Math.round(percentile(samples, 0.5))} ms, p95 ${Math.round(percentile(samples, 0.95))} ms, p99 ${Math.round(percentile(samples, 0.99))} ms, n ${samples.length}`;

/** Starts `work` at a fixed rate whatever it takes, and waits for all: stalls are measured, not waited out. */
export async function openLoop<T>(perSecond: number, count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const started: Promise<T>[] = [];
  const begin = performance.now();
  for (let n = 0; n < count; n++) {
    const due = begin + (n * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    started.push(work(n));
  }
  return Promise.all(started);
}
