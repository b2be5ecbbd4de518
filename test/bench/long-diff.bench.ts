import type { Page } from 'playwright-core';
import { consoleWorld } from '../console/console-world.ts';
import { ReviewDesk } from '../console/review-desk.ts';
import { startBrowser, Visitor } from '../console/visitor.ts';
import { PASSWORD } from '../e2e/world.ts';
import { longestTask, told, watchTasks } from './browser-tasks.ts';

const LINES = 5_000;
const WHEELS = 60;
const STOPS = 25;

const query = (line: (at: number) => string): string =>
  ['select id, email, -- 0', ...Array.from({ length: LINES - 2 }, (_, at) => line(at + 1)), '1 from people'].join('\n');
const published = query((at) => `${at} as c${at},`);
const drafts = {
  'every sixth line edited': query((at) => (at % 6 === 0 ? `${at} as d${at},` : `${at} as c${at},`)),
  'every line replaced': query((at) => `- ${at} as z${at},`),
};

/** How long the browser is busy at a time with a diff of 5,000 lines: while it opens, and while somebody reads it. */
export async function measureLongDiff(): Promise<void> {
  const [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
  try {
    const place = await world.workspace('bench', 'business');
    const desk = await ReviewDesk.set(world, place);
    console.log(`a query of ${LINES} lines in review, longest task of the browser:`);
    for (const [name, draft] of Object.entries(drafts)) {
      const requestId = await desk.asked(await desk.published(name, published), draft);
      const erin = await Visitor.enter(browser, world.origin);
      await erin.page.addInitScript(watchTasks);
      await erin.page.goto(`/approvals/${requestId}`);
      await erin.signIn(place.mailOf('erin'), PASSWORD, place.slug);
      const table = erin.page.getByRole('table').first();
      await table.waitFor();
      const opening = await longestTask(erin.page);
      await readThrough(erin.page);
      await erin.page.keyboard.press('u');
      await readThrough(erin.page);
      const reading = await longestTask(erin.page);
      const rows = await table.locator('tbody tr').count();
      console.log(`  ${name}: ${told(opening)} to open it, ${told(reading)} to read it; ${rows} rows on the page`);
      await erin.leave();
    }
  } finally {
    await browser.close();
    await world.close();
  }
}

/** Scrolls through the page and back, and goes from change to change. */
async function readThrough(page: Page): Promise<void> {
  for (const direction of [1, -1]) for (let at = 0; at < WHEELS; at++) await page.mouse.wheel(0, direction * 2_000);
  for (let at = 0; at < STOPS; at++) await page.keyboard.press('n');
}
