import { isolated } from './isolated.ts';
import { SyncWorkbench } from './sync-workbench.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

const HOSTILE = '<b onclick=alert(1)>Contacts</b> \u202Eedit 🧨';
const LONG = 'x'.repeat(4_000);

describe('syncs in the console', () => {
  const stage = useConsole();
  let workbench: SyncWorkbench;
  beforeAll(async () => {
    workbench = await SyncWorkbench.set(stage.world, stage.acme);
  }, 120_000);

  const map = async ({ page }: Visitor, field: string, column: string): Promise<void> => {
    await page.getByRole('combobox', { name: `Column for ${field}` }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  };

  it('are edited on one page, guarded while nothing is saved, taken up again, and saved by keyboard', async () => {
    const id = await workbench.published(HOSTILE);
    const erin = await stage.arrive('erin', `/syncs/${id}/edit`);
    const { page } = erin;
    await map(erin, 'tier', 'tier');
    await page.getByText('Cron', { exact: true }).click();
    await page.getByLabel('Cron expression').fill('0 6 1 * *');
    await page.getByText('Runs cron 0 6 1 * * (Europe/Berlin).').waitFor();
    await page.getByText('2 changes not saved').waitFor();
    await expectAccessible(erin, 'sync-edit');

    await page.getByRole('link', { name: 'Syncs' }).first().click();
    const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });
    await leaving.getByRole('button', { name: 'Leave' }).waitFor();
    await page.keyboard.press('Escape');
    await leaving.waitFor({ state: 'hidden' });
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('region', { name: 'Unsaved work' }).getByRole('button', { name: 'Take it up' }).click();
    await page.getByText('2 changes not saved').waitFor();

    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: `Save ${isolated(HOSTILE)}` });
    await dialog.getByRole('radio', { name: 'Publish now' }).check({ force: true });
    await erin.press(dialog.getByRole('button', { name: 'Publish now' }), 'Enter');
    await page.getByText('Published as version 2.').waitFor();
    expect((await workbench.read(id)).published.content.schedule.expression).toBe('0 6 1 * *');
    await page.getByText('Version 2, published').waitFor();
    await expectAccessible(erin, 'sync-page');
    for (const [tab, shown] of [
      ['Mapping', 'Column of the model'],
      ['Schedule', 'Runs cron 0 6 1 * * (Europe/Berlin).'],
      ['Runs', 'It has not run yet.'],
      ['History', 'Version 2'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText(shown).first().waitFor();
      await expectAccessible(erin, `sync-${tab.toLowerCase()}`, crossed);
    }
  }, 120_000);

  it('that two people edit at once are shown as mine and theirs, and nothing is overwritten', async () => {
    const id = await workbench.published('Two at once');
    const dana = (await stage.arrive('dana', `/syncs/${id}/edit`)).expects(/^412 POST/);
    const { page } = dana;
    await map(dana, 'tier', 'tier');
    await dana.button('Save…').click();
    const dialog = page.getByRole('dialog', { name: 'Save Two at once' });
    await dialog.getByRole('radio', { name: 'Save as draft' }).check({ force: true });
    await workbench.save('erin', id, { version: 1 }, 'save_draft', { external_id: 'id', email: 'tier' });
    await dialog.getByRole('button', { name: 'Save draft' }).click();
    const both = page.getByRole('dialog', { name: 'Somebody saved before you' });
    await both.getByRole('button', { name: 'Keep mine and go on editing' }).waitFor();
    await expectAccessible(dana, 'sync-mine-and-theirs', crossed);
    await both.getByRole('button', { name: 'Keep mine and go on editing' }).click();
    await page.keyboard.press('Control+s');
    await dialog.getByRole('radio', { name: 'Save as draft' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Saved as a draft. Nobody was told.').waitFor();
    const { draft } = await workbench.read(id);
    expect(draft.contributors).toHaveLength(2);
    expect(draft.content.configuration.mapping).toHaveLength(3);
  }, 120_000);

  it('with a draft in the way are hotfixed around it, which it says; the draft is stale then', async () => {
    const id = await workbench.published('In the way');
    await workbench.save('dana', id, { version: 1 }, 'save_draft', { external_id: 'id', email: 'tier' });
    const erin = await stage.arrive('erin', `/syncs/${id}`);
    const { page } = erin;
    await page.getByText('There is a draft by Dana.').waitFor();
    await page.getByText('What the draft changes').waitFor();
    await expectAccessible(erin, 'sync-with-draft', crossed);
    await erin.button('Publish a hotfix around it').click();
    await page.getByRole('region', { name: 'Hotfix' }).waitFor();
    await map(erin, 'tier', 'tier');
    await erin.button('Save…').click();
    const dialog = page.getByRole('dialog', { name: 'Save In the way' });
    await dialog.getByText('It goes live around the draft').waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published as version 2.').waitFor();
    await page.getByText('Stale', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Rebase' }).waitFor();
  }, 120_000);

  it('are found in a list, described anew, paused, and deleted by name', async () => {
    const id = await workbench.published('Leads');
    const erin = await stage.arrive('erin', '/syncs?q=lead');
    const { page } = erin;
    await page.getByRole('link', { name: 'Leads' }).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('With a draft');
    await page.getByRole('link', { name: 'Leads' }).waitFor({ state: 'hidden' });
    await erin.button('Clear filters').click();
    await page.getByRole('link', { name: 'Leads' }).waitFor();
    await expectAccessible(erin, 'syncs');
    await page.getByRole('link', { name: 'Leads' }).click();
    await erin.button('Pause').click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    await erin.button('More about this sync').click();
    await page.getByRole('menuitem', { name: 'Edit name and description' }).click();
    const about = page.getByRole('dialog', { name: 'Name, description and labels' });
    await about.getByLabel('Name').fill(HOSTILE);
    await about.getByLabel('Description').fill(`${HOSTILE} ${LONG}`.slice(0, 4_000));
    await expectAccessible(erin, 'sync-about', crossed);
    await about.getByRole('button', { name: 'Save' }).click();
    // The stream may bring the name before the answer closes the dialog.
    await about.waitFor({ state: 'hidden' });
    await erin.heading(HOSTILE).waitFor();
    expect(await erin.overflow()).toBe(0);
    await erin.press(erin.button('More about this sync'), 'Enter');
    await page.getByRole('menuitem', { name: 'Delete sync' }).click();
    const deletion = page.getByRole('dialog', { name: 'Delete sync' });
    await deletion.getByText('is deleted for good').waitFor();
    await expectAccessible(erin, 'sync-delete', crossed);
    await deletion.getByRole('button', { name: 'Delete sync' }).click();
    await page.getByText(`${isolated(HOSTILE)} is deleted.`).waitFor();
    await page.waitForURL('**/syncs');
    expect((await workbench.named('Leads'))?.id).not.toBe(id);
  }, 120_000);
});
