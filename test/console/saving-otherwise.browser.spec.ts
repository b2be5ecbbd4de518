import type { Page } from 'playwright-core';
import { contentOf, ModelWorkbench } from './model-workbench.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const QUERY = 'select id, email from customers';
const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Query' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

describe('saving in the console, other than as usual', () => {
  const stage = useConsole();
  let workbench: ModelWorkbench;
  beforeAll(async () => {
    workbench = await ModelWorkbench.set(stage.world, stage.acme);
  }, 60_000);

  it('keeps a query that the source refuses, for who wants that all the same', async () => {
    const id = await workbench.published('Fails by now', contentOf(QUERY));
    const dana = (await stage.arrive('dana', `/models/${id}/edit`)).expects(/^422 POST .*preview$/);
    const { page } = dana;
    await write(page, 'select nothing from nowhere');
    await dana.button('Save…').click();
    await page.getByText('Nothing was saved.').waitFor();
    await expectAccessible(dana, 'model-save-anyway', crossed);
    await dana.button('Save all the same').click();
    const dialog = page.getByRole('dialog', { name: 'Save Fails by now' });
    await dialog.getByText('The source has not run the query as it is now.').waitFor();
    await dialog.getByRole('radio', { name: 'Save as draft' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Saved as a draft.').waitFor();
    expect((await workbench.read(id)).draft.content.query).toBe('select nothing from nowhere');
  }, 60_000);

  it('deletes a draft from the page of its model, which goes on with what is published', async () => {
    const id = await workbench.published('Drafted', contentOf(QUERY));
    await workbench.draft('dana', id, { version: 1 }, contentOf(`${QUERY} where id > 1`));
    const dana = await stage.arrive('dana', `/models/${id}?show=draft`);
    const { page } = dana;
    await page.getByText('where id > 1').waitFor();
    await page.getByText('Published v1', { exact: true }).click();
    await page.getByText('where id > 1').waitFor({ state: 'detached' });
    const notice = page.getByRole('region', { name: 'There is a draft' });
    await notice.getByRole('button', { name: 'Delete draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete draft' }).click();
    await page.getByText('The draft is deleted. What is published is unchanged.').waitFor();
    await notice.waitFor({ state: 'detached' });
    expect((await workbench.read(id)).draft).toBeNull();
  }, 60_000);

  it('leads on from a stale draft in one way, and says the rest more quietly', async () => {
    const id = await workbench.published('Left behind', contentOf(QUERY));
    const sync = await workbench.sync('Left behind to CRM', id, stage);
    await sync.draft('mail', 12);
    await sync.hotfix('email', 4);
    await workbench.draft('dana', id, { version: 1 }, contentOf(`${QUERY} where id > 1`));
    await workbench.hotfix(id, 1, contentOf(`${QUERY} where id > 2`));
    const dana = await stage.arrive('dana', `/models/${id}`);
    const { page } = dana;
    await dana.heading('Left behind').waitFor();
    for (const address of [`/models/${id}`, `/syncs/${sync.id}`]) {
      await page.goto(address);
      await page.getByRole('link', { name: 'Rebase', exact: true }).waitFor();
      expect(await page.getByRole('link', { name: 'Rebase', exact: true }).count()).toBe(1);
      expect(await page.getByRole('link', { name: 'Edit the draft' }).count()).toBe(1);
      expect(await dana.button('Edit the draft').count()).toBe(0);
    }
    const sizes = await page
      .getByRole('region', { name: /^(There is a draft|It does not run now\.)$/ })
      .evaluateAll((notices) => notices.map((notice) => getComputedStyle(notice).fontSize));
    expect(sizes).toEqual(['14px', '13px']);
    await expectAccessible(dana, 'sync-stale-and-held', crossed);
  }, 60_000);

  it('refuses a schedule that nobody can read, where it is written', async () => {
    const id = await workbench.published('Scheduled', contentOf(QUERY));
    const sync = await workbench.sync('Badly timed', id, stage);
    const erin = (await stage.arrive('erin', `/syncs/${sync.id}/edit`)).expects(/^422 POST .*preview$/);
    const { page } = erin;
    await page.getByText('Cron', { exact: true }).click();
    const field = page.getByLabel('Cron expression');
    await field.fill('99 whenever');
    await erin.button('Save…').click();
    await page.getByText('No time can be read from this').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expectAccessible(erin, 'sync-bad-cron', crossed);
  }, 60_000);

  it('moves a sync to another model', async () => {
    const [from, to] = [
      await workbench.published('Moved from', contentOf(QUERY)),
      await workbench.published('Moved to', contentOf(QUERY)),
    ];
    const sync = await workbench.sync('On the move', from, stage);
    const erin = await stage.arrive('erin', `/syncs/${sync.id}/edit`);
    const { page } = erin;
    const model = page.getByRole('combobox', { name: 'Model' }).first();
    await model.fill('Moved to');
    await page.getByRole('option', { name: /^Moved to/ }).click();
    await erin.button('Save…').click();
    const dialog = page.getByRole('dialog', { name: 'Save On the move' });
    await dialog.getByRole('radio', { name: 'Publish now' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published as version 2.').waitFor();
    await page.getByRole('link', { name: 'Moved to' }).first().waitFor();
    const { published } = (await sync.read()) as unknown as {
      published: { content: { configuration: { modelId: string } } };
    };
    expect(published.content.configuration.modelId).toBe(to);
  }, 60_000);

  it('asks nothing while approvals are off: models and syncs are saved, and live', async () => {
    const id = await workbench.published('Plain', contentOf(QUERY));
    const sync = await workbench.sync('Plain to CRM', id, stage);
    await workbench.requireApprovals(false);
    const erin = await stage.arrive('erin', `/models/${id}/edit`);
    const { page } = erin;
    await write(page, `${QUERY} where id > 3`);
    await erin.button('Save…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save', exact: true }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(0);
    await expectAccessible(erin, 'model-save-plain', crossed);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Published as version 2.').waitFor();
    await page.goto(`/syncs/${sync.id}/edit`);
    await page.getByText('Manual', { exact: true }).click();
    await erin.button('Save…').click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Published as version 2.').waitFor();
  }, 60_000);
});
