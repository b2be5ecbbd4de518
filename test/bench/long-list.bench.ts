import type { Page } from 'playwright-core';
import { consoleWorld } from '../console/console-world.ts';
import { startBrowser, Visitor } from '../console/visitor.ts';
import { PASSWORD } from '../e2e/world.ts';
import { noteLongestTask, tellRuns, tellTasks, type TaskTimes } from './browser-tasks.ts';
import { fillShelf } from './resource-shelf.ts';

const SIZE = { ends: 200, resources: 10_000 };
const PAGES = 100;
const RUNS = 5;

/** How long the browser is busy at a time with a list of 10,000 models: while it opens, is scrolled to its end, and narrowed. */
export async function measureLongList(): Promise<void> {
  const [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
  try {
    const place = await world.workspace('bench', 'business');
    await fillShelf(world.app('resources').dataSource.manager, place.workspaceId, SIZE);
    const times: TaskTimes = new Map();
    let [length, rows] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      const erin = await Visitor.enter(browser, world.origin);
      const { page } = erin;
      const someRow = page.getByRole('row').nth(20);
      await noteLongestTask(times, 'to open it', page, async () => {
        await page.goto('/models');
        await erin.signIn(place.mailOf('erin'), PASSWORD, place.slug);
        await someRow.waitFor();
      });
      await noteLongestTask(times, 'to read on to its end', page, async () => {
        length = await readToTheEnd(page);
      });
      await noteLongestTask(times, 'to jump about in it', page, async () => {
        for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, at % 2 === 0 ? -200_000 : 200_000);
      });
      rows = Math.max(rows, await page.getByRole('row').count());
      await noteLongestTask(times, 'to narrow it', page, async () => {
        await page.getByLabel('Search models').fill('af');
        await page.waitForURL(/q=af/);
        await someRow.waitFor();
      });
      await erin.leave();
    }
    tellRuns(`a list of ${length} models, ${rows} rows on the page at its end`, RUNS);
    tellTasks(times);
  } finally {
    await browser.close();
    await world.close();
  }
}

/** Scrolls on until everything was read; how many rows there are then. */
async function readToTheEnd(page: Page): Promise<number> {
  const table = page.getByRole('table');
  const count = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount')) - 1;
  for (let step = 0; step < 10 * PAGES && (await count()) < SIZE.resources; step += 1) {
    await page.mouse.wheel(0, 4_000);
    await page.waitForTimeout(20);
  }
  return await count();
}
