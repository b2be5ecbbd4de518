import type { Page } from 'playwright-core';

/** Runs in the page: notes every task that keeps the browser busy for more than 50 ms. */
export function watchTasks(): void {
  const seen: number[] = [];
  Object.assign(window, { longTasks: seen });
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
}

/** The longest since it was last asked for, of those over 50 ms. */
export async function longestTask(page: Page): Promise<number> {
  const tasks = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) =>
        setTimeout(() => resolve((window as unknown as { longTasks: number[] }).longTasks.splice(0)), 500),
      ),
  );
  return Math.max(0, ...tasks);
}

export const told = (milliseconds: number): string =>
  milliseconds === 0 ? 'under 50 ms' : `${Math.round(milliseconds)} ms`;
