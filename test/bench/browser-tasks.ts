import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';

/** How long the longest task of a page took: of the processor, and by the clock, which also counts what others on the machine did meanwhile. */
interface TaskTime {
  cpu: number;
  clock: number;
}

/** Of each kind of work, the longest task of every run. */
export type TaskTimes = Map<string, TaskTime[]>;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

const CATEGORIES = ['disabled-by-default-devtools.timeline'];
/** What goes on after the work itself: what it set off comes to its end. */
const REST_MS = 500;

/** Does some work in a page and notes the longest task of its main thread meanwhile. */
export async function noteLongestTask(
  times: TaskTimes,
  kind: string,
  page: Page,
  work: () => Promise<unknown>,
): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  await page.waitForTimeout(REST_MS);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  times.set(kind, [...(times.get(kind) ?? []), longestOf(trace.traceEvents)]);
}

/** Of the whole browser, which has one page at a time. */
function longestOf(events: TraceEvent[]): TaskTime {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && mains.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('The browser told of no task.');
  const longest = (of: (task: TraceEvent) => number | undefined): number =>
    Math.max(...tasks.map((task) => (of(task) ?? 0) / 1_000));
  return { cpu: longest(({ tdur }) => tdur), clock: longest(({ dur }) => dur) };
}

/** One line for each kind of work. */
export function tellTasks(times: TaskTimes): void {
  for (const [kind, runs] of times) {
    const cpu = told(runs.map((run) => run.cpu));
    const clock = told(runs.map((run) => run.clock));
    console.log(`    ${kind}: ${cpu} of the processor, ${clock} by the clock`);
  }
}

function told(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`;
}

export const tellRuns = (what: string, runs: number): void =>
  console.log(
    `${what}, longest task of the browser, median of ${runs} runs (least to most); load ${loadavg()[0]?.toFixed(1)}:`,
  );
