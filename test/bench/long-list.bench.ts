import type { Page } from 'playwright-core';
import { consoleWorld } from '../console/console-world.ts';
import { startBrowser, Visitor } from '../console/visitor.ts';
import { PASSWORD } from '../e2e/world.ts';
import { longestTask, told, watchTasks } from './browser-tasks.ts';
import { fillShelf } from './resource-shelf.ts';

const SIZE = { ends: 200, resources: 10_000 };
const PAGES = 100;

/** How long the browser is busy at a time with a list of 10,000 models: while it opens, is scrolled to its end, and narrowed. */
export async function measureLongList(): Promise<void> {
  const [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
  try {
    const place = await world.workspace('bench', 'business');
    await fillShelf(world.app('resources').dataSource.manager, place.workspaceId, SIZE);
    const erin = await Visitor.enter(browser, world.origin);
    const { page } = erin;
    await page.addInitScript(watchTasks);
    await page.goto('/models');
    await erin.signIn(place.mailOf('erin'), PASSWORD, place.slug);
    await page.getByRole('row').nth(20).waitFor();
    const opening = await longestTask(page);
    const length = await readToTheEnd(page);
    const reading = await longestTask(page);
    for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, at % 2 === 0 ? -200_000 : 200_000);
    const jumping = await longestTask(page);
    const rows = await page.getByRole('row').count();
    await page.getByLabel('Search models').fill('af');
    await page.waitForURL(/q=af/);
    await page.getByRole('row').nth(20).waitFor();
    const narrowing = await longestTask(page);
    console.log(`a list of ${length} models, longest task of the browser:`);
    console.log(
      `  ${told(opening)} to open it, ${told(reading)} to read on to its end, ${told(jumping)} to jump about in it`,
    );
    console.log(`  ${told(narrowing)} to narrow it; ${rows} rows on the page at its end`);
    await erin.leave();
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
