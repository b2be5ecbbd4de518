import type { Locator, Page } from 'playwright-core';
import { consoleWorld } from '../console/console-world.ts';
import { ReviewDesk } from '../console/review-desk.ts';
import { startBrowser, Visitor } from '../console/visitor.ts';
import { PASSWORD } from '../e2e/world.ts';
import { noteLongestTask, tellRuns, tellTasks, type TaskTimes } from './browser-tasks.ts';

const LINES = 5_000;
const RUNS = 5;
const WHEELS = 60;
const STOPS = 25;

const query = (line: (at: number) => string): string =>
  ['select id, email, -- 0', ...Array.from({ length: LINES - 2 }, (_, at) => line(at + 1)), '1 from people'].join('\n');
const published = query((at) => `${at} as c${at},`);
const drafts = {
  'every sixth line edited': query((at) => `${at} as ${at % 6 === 0 ? 'd' : 'c'}${at},`),
  'every line replaced': query((at) => `- ${at} as z${at},`),
  'every thousandth line edited': query((at) => `${at} as ${at % 1_000 === 0 ? 'd' : 'c'}${at},`),
};

/** How long the browser is busy at a time with a diff of 5,000 lines: while it opens, and while somebody reads it. */
export async function measureLongDiff(): Promise<void> {
  const [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
  try {
    const place = await world.workspace('bench', 'business');
    const desk = await ReviewDesk.set(world, place);
    tellRuns(`a query of ${LINES} lines in review`, RUNS);
    for (const [name, draft] of Object.entries(drafts)) {
      const requestId = await desk.asked(await desk.published(name, published), draft);
      const times: TaskTimes = new Map();
      let rows = 0;
      for (let run = 0; run < RUNS; run++) {
        const erin = await Visitor.enter(browser, world.origin);
        const { page } = erin;
        const table = page.getByRole('table').first();
        await noteLongestTask(times, 'to open it', page, async () => {
          await page.goto(`/approvals/${requestId}`);
          await erin.signIn(place.mailOf('erin'), PASSWORD, place.slug);
          await table.waitFor();
        });
        const folds = page.getByRole('button', { name: /unchanged/ });
        if ((await folds.count()) > 0) await noteLongestTask(times, 'to unfold it', page, () => unfoldAll(folds));
        await noteLongestTask(times, 'to read it', page, () => readThrough(page));
        await noteLongestTask(times, 'to lay it side by side', page, () => page.keyboard.press('u'));
        await noteLongestTask(times, 'to read it side by side', page, () => readThrough(page));
        rows = Math.max(rows, await table.locator('tbody tr').count());
        await erin.leave();
      }
      console.log(`  ${name}, ${rows} rows on the page`);
      tellTasks(times);
    }
  } finally {
    await browser.close();
    await world.close();
  }
}

async function unfoldAll(folds: Locator): Promise<void> {
  while ((await folds.count()) > 0) await folds.first().click();
}

/** Scrolls through the page and back, and goes from change to change. */
async function readThrough(page: Page): Promise<void> {
  for (const direction of [1, -1]) for (let at = 0; at < WHEELS; at++) await page.mouse.wheel(0, direction * 2_000);
  for (let at = 0; at < STOPS; at++) await page.keyboard.press('n');
}
