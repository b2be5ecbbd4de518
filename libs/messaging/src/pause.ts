/** Waits, or ends early and without complaint when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Doubles from `first` to `most`, with a tenth of jitter so that many do not come back at once. */
export function backoff(attempt: number, first = 100, most = 5_000): number {
  return Math.min(first * 2 ** Math.min(attempt - 1, 16), most) * (0.9 + Math.random() * 0.2);
}
