import { changedModel } from './changed-model.ts';
import { runAgain, runsOfPlace, type RunsOfPlace } from './runs-of-place.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

describe('runs in the console', () => {
  const stage = useConsole();
  let requestId: string;
  let runs: RunsOfPlace;
  beforeAll(async () => {
    ({ requestId } = await changedModel(stage.world, stage.acme));
    runs = await runsOfPlace(stage.world, stage.acme);
  }, 120_000);

  const searchOf = ({ page }: Visitor): URLSearchParams => new URL(page.url()).searchParams;
  const focusIsOn = async (visitor: Visitor, name: string | RegExp): Promise<void> => {
    await visitor.page.locator(':focus').filter({ hasText: name }).waitFor();
  };

  it('are listed with filters that stand in the address, and with a chart that is a table, too', async () => {
    const erin = await stage.arrive('erin', '/runs');
    const { page } = erin;
    const link = (name: string) => page.getByRole('link', { name, exact: true });
    await link('Orders to archive').waitFor();
    const chart = page.getByRole('table', { name: 'The last runs as a table' });
    await chart.getByRole('row', { name: /CRM contacts 0 0 yes/ }).waitFor();
    await chart.getByRole('row', { name: /Orders to CRM 24 1 no/ }).waitFor();
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    await expectAccessible(erin, 'runs');

    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Refused');
    await link('Orders to archive').waitFor({ state: 'detached' });
    await page.locator('td, th').getByText('Model has unpublished changes').first().waitFor();
    expect(searchOf(erin).get('outcome')).toBe('refused');
    await page.getByRole('combobox', { name: 'Reason of the refusal' }).selectOption('Sync paused');
    await page.getByText('No run matches.').waitFor();
    await page.reload();
    await page.getByText('No run matches.').waitFor();
    await erin.button('Clear filters').click();
    await link('Orders to archive').waitFor();
    const sync = page.getByRole('combobox', { name: 'Sync', exact: true });
    await erin.type(sync, 'to CRM');
    await page.getByRole('option', { name: 'CRM contacts' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'Orders to CRM' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await link('Orders to archive').waitFor({ state: 'detached' });
    expect(searchOf(erin).get('syncId')).toBe(runs.ordersSyncId);
  }, 120_000);

  it('that were refused say why and lead by keyboard alone to what unblocks them', async () => {
    const erin = await stage.arrive('erin', '/runs?code=MODEL_HAS_UNPUBLISHED_CHANGES');
    const { page } = erin;
    await erin.press(page.getByRole('link', { name: 'CRM contacts', exact: true }), 'Enter');
    await erin.heading('Why it did not start').waitFor();
    await page.getByText('the model must be published first').first().waitFor();
    await page.getByText('Refused', { exact: true }).waitFor();
    const run = erin.button('Run now');
    await run.and(page.locator('[aria-disabled="true"]')).waitFor();
    await page.getByText('It would not start now either, for the same reason.').waitFor();
    await erin.press(run, 'Enter');
    await expectAccessible(erin, 'run-refused');
    await erin.press(run, 'Tab');
    await focusIsOn(erin, 'View request');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/approvals/${requestId}`);
  }, 120_000);

  it('show the versions they used, their rows, and each row that was rejected', async () => {
    const erin = await stage.arrive('erin', `/runs/${runs.rejectedId}`);
    const { page } = erin;
    await page.getByRole('link', { name: /^Orders <img src=x/ }).waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(
      expect.arrayContaining(['Orders to CRM version 1', '25', '24']),
    );
    await page.getByRole('row', { name: /id 25.*total_is_positive/ }).waitFor();
    await page.getByText(/Erin asked for it/).waitFor();
    await expectAccessible(erin, 'run-rejected');
    await page.goto(`/runs/${runs.failedId}`);
    await erin.heading('Why it failed').waitFor();
    await expectAccessible(erin, 'run-failed', crossed);
  }, 120_000);

  it('are asked for, and a schedule is paused, which can be undone', async () => {
    const erin = await stage.arrive('erin', `/runs/${runs.rejectedId}`);
    const { page } = erin;
    await erin.button('Pause').click();
    await page.getByText('Paused. Its schedule waits until it is resumed.').waitFor();
    await page.getByText('The sync is paused. Resume it first.').waitFor();
    await expectAccessible(erin, 'run-paused', crossed);
    await erin.button('Undo').click();
    await page.getByText('Resumed. Ticks that it missed become one run.').waitFor();
    await erin.button('Run now').and(page.locator(':not([aria-disabled])')).click();
    await page.getByRole('link', { name: 'View run' }).click();
    await page.getByRole('link', { name: 'View run' }).waitFor({ state: 'detached' });
    await page.getByRole('definition').filter({ hasText: '25' }).waitFor();
    expect(page.url()).not.toContain(runs.rejectedId);
  }, 120_000);

  it('come in above the list without moving it, and fit a small window', async () => {
    const erin = await stage.arrive('erin', `/runs?syncId=${runs.ordersSyncId}`);
    const { page } = erin;
    const rows = page.getByRole('table', { name: 'Runs, the newest first' }).getByRole('row');
    await rows.nth(1).waitFor();
    const before = await rows.count();
    await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
    await runAgain(stage.world, stage.acme, runs.ordersSyncId);
    await erin.button('1 new').waitFor({ timeout: 40_000 });
    expect(await rows.count()).toBe(before);
    await erin.button('1 new').press('Enter');
    await rows.nth(before).waitFor();
    for (const path of ['/runs', '/runs?view=flow', `/runs/${runs.rejectedId}`]) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      await page
        .getByRole('link', { name: /^Orders to/ })
        .first()
        .waitFor();
      expect([path, await erin.overflow()]).toEqual([path, 0]);
    }
  }, 120_000);

  it('are for who may run them alone', async () => {
    const vic = await stage.arrive('vic', `/runs/${runs.rejectedId}`);
    await vic.page.getByText('Your role does not let you run, pause or resume this sync.').waitFor();
    expect(await vic.button('Pause').count()).toBe(0);
  }, 120_000);

  it('flow from sources to destinations in a picture that shows what holds them up', async () => {
    const erin = await stage.arrive('erin', '/runs?view=flow');
    const { page } = erin;
    const picture = page.getByRole('group', { name: 'Flow' });
    await picture.getByRole('link', { name: 'CRM contacts' }).waitFor();
    await picture.getByText('Held').waitFor();
    await page.getByText('Model has unpublished changes').first().waitFor();
    const table = page.getByRole('table', { name: 'The flow as a table' });
    await table.getByRole('row', { name: /Warehouse Ideal customers.*In review.*CRM contacts Held.*CRM/ }).waitFor();
    await table.getByRole('row', { name: /Orders to archive Published CRM Runs/ }).waitFor();
    await picture.getByRole('link', { name: 'Orders to CRM' }).focus();
    const lit = picture.locator('path[data-lit="true"]');
    await lit.nth(2).waitFor({ state: 'attached' });
    expect(await lit.count()).toBe(3);
    await picture.getByRole('link', { name: 'Ideal customers' }).hover();
    await expectAccessible(erin, 'flow');
    await erin.look('narrow', 'light');
    await page.getByRole('link', { name: 'CRM contacts' }).waitFor();
    await page.getByRole('button', { name: 'Warehouse' }).press('Enter');
    await page.getByRole('link', { name: 'CRM contacts' }).waitFor({ state: 'detached' });
  }, 120_000);
});
