import type { Page } from 'playwright-core';
import { PASSWORD } from '../e2e/world.ts';
import { isolated } from './isolated.ts';
import { contentOf, ModelWorkbench } from './model-workbench.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Eedit 🧨';
const query = (page: Page) => page.getByRole('textbox', { name: 'Query' });
const typeOver = async (page: Page, text: string): Promise<void> => {
  await query(page).click();
  await page.locator('.cm-editor.cm-focused').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
};

describe('models in the console', () => {
  const stage = useConsole();
  let workbench: ModelWorkbench;
  beforeAll(async () => {
    workbench = await ModelWorkbench.set(stage.world, stage.acme);
    await stage.world.warehouse.client.query(`insert into customers values (1, 'ann@acme.example'), (2, '${HOSTILE}')`);
  }, 120_000);

  it('are written by keyboard alone: completed, mended where the source says, looked at and submitted', async () => {
    const dana = await stage.arrive('dana', '/models');
    const { page } = dana;
    const { keyboard } = page;
    await page.getByText('There is no model yet.').waitFor();
    await expectAccessible(dana, 'models-empty', crossed);
    await dana.press(page.getByRole('link', { name: 'New model' }).first(), 'Enter');
    await dana.heading('New model').waitFor();
    await dana.type(page.getByLabel('Name'), 'Customers');
    await dana.type(query(page), 'select nope, email from cust');
    await page.getByRole('option', { name: 'customers' }).waitFor();
    // What has only just opened does not take Enter yet: somebody may be typing on.
    await expectAccessible(dana, 'model-completion', crossed);
    await keyboard.press('Enter');
    await query(page).getByText('customers').waitFor();
    dana.expects(/^422 POST .*preview$/);
    await keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Line 1, column 8').waitFor();
    await page.locator('.cm-lintRange-error').getByText('nope').waitFor();
    await expectAccessible(dana, 'model-error');
    await keyboard.press('Control+Home');
    for (let step = 0; step < 7; step += 1) await keyboard.press('ArrowRight');
    for (let step = 0; step < 4; step += 1) await keyboard.press('Delete');
    await keyboard.type('id');
    await keyboard.press('Escape');
    await keyboard.press('Control+Enter');
    await page.getByText('2 rows, 2 columns').waitFor();
    await page.getByRole('cell', { name: HOSTILE }).waitFor();
    await page.getByText('Unsaved changes').waitFor();
    await expectAccessible(dana, 'model-rows');
    await dana.press(page.getByRole('tab', { name: 'Preview' }), 'ArrowRight');
    await page.getByRole('tab', { name: 'Columns', selected: true }).waitFor();
    await dana.type(page.getByLabel('Type of email'), 'j');
    await page.getByText('found as text').waitFor();
    await expectAccessible(dana, 'model-columns');
    await keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save Customers' });
    await dialog.getByRole('radio', { name: 'Submit approval request', checked: true }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(2);
    await dialog.getByText('You cannot publish directly with the role Workspace draft editor.').waitFor();
    await expectAccessible(dana, 'model-save', crossed);
    await dana.type(dialog.getByRole('combobox', { name: 'Reviewers' }), 'Erin');
    await page.getByRole('option', { name: /^Erin/ }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await dana.press(dialog.getByRole('button', { name: 'Submit for approval' }), 'Enter');
    await page.getByText('Submitted. The reviewers are told').waitFor();
    await page.getByText('You asked to publish this draft').waitFor();
    await page.getByText('Waiting for Erin.').waitFor();
    await expectAccessible(dana, 'model-in-review');
    await dana.button('Withdraw').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw request' }).click();
    await dana.button('Submit draft').waitFor();
  }, 180_000);

  it('are written with a finger at 360 pixels, and are live at once for who may publish', async () => {
    const erin = await stage.arrive('erin', '/models/new');
    const { page } = erin;
    await page.setViewportSize({ width: 360, height: 740 });
    await erin.button('Save…').click();
    await page.getByText('Give it a name.').waitFor();
    await erin.holdsFocus(page.getByLabel('Name'));
    await page.getByLabel('Name').fill(HOSTILE);
    await typeOver(page, 'select email from customers');
    await erin.button('Save…').click();
    await page.getByText('Choose one of the columns.').waitFor();
    await page.getByLabel('Primary key').selectOption('email');
    expect(await erin.overflow()).toBe(0);
    await erin.button('Save…').click();
    const dialog = page.getByRole('dialog', { name: `Save ${isolated(HOSTILE)}` });
    await dialog.getByRole('radio', { name: 'Publish now' }).click();
    expect(await dialog.getByRole('radio').count()).toBe(3);
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Published as version 1.').waitFor();
    await page.getByRole('tab', { name: 'Columns' }).click();
    await page.getByRole('cell', { name: 'yes' }).waitFor();
    await page.getByRole('tab', { name: 'Preview' }).click();
    await erin.button('Show rows').click();
    await page.getByText('2 rows, 1 column').waitFor();
    await expectAccessible(erin, 'model-preview', crossed);
  }, 120_000);

  it('say how many live syncs a draft holds, and are mended around somebody’s draft', async () => {
    const id = await workbench.published('Held', contentOf('select id, email from customers'));
    await workbench.sync('Held to CRM', id, stage);
    const dana = await stage.arrive('dana', `/models/${id}`);
    const { page } = dana;
    await page.getByRole('link', { name: 'Edit' }).click();
    await typeOver(page, 'select id, email from customers where id > 1');
    await page.keyboard.press('Control+s');
    await page.getByText('1 live sync will be held until this is published.').waitFor();
    await page.getByRole('radio', { name: 'Save as draft' }).click();
    await dana.button('Save draft').click();
    await page.getByText('1 live sync is held until this draft is published or deleted.').waitFor();
    await page.waitForURL(/show=draft/);
    await page.getByText('Published v1', { exact: true }).click();
    await query(page).getByText('where id > 1').waitFor({ state: 'hidden' });
    await expectAccessible(dana, 'model-drafted');

    const erin = await stage.arrive('erin', `/models/${id}`);
    await erin.page.getByText('There is a draft by Dana.').waitFor();
    await erin.button('Publish a hotfix around it').click();
    await erin.page.getByText('You change what is published.').waitFor();
    await typeOver(erin.page, 'select id, email from customers where id > 0');
    await erin.page.keyboard.press('Control+s');
    await erin.page.getByText('It goes live around the draft').waitFor();
    await erin.page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
    await erin.page.getByText('Published as version 2.').waitFor();
    await erin.page.getByRole('link', { name: 'Rebase' }).waitFor();
    await page.getByText('Stale').first().waitFor();
  }, 180_000);

  it('are never overwritten: what two people wrote is shown side by side', async () => {
    const id = await workbench.published('Two people', contentOf('select id, email from customers'));
    const erin = (await stage.arrive('erin', `/models/${id}/edit`)).expects(/^412 POST/);
    const { page } = erin;
    await typeOver(page, 'select id, email from customers -- mine');
    await erin.button('Save…').click();
    const save = page.getByRole('dialog', { name: 'Save Two people' });
    await save.getByRole('radio', { name: 'Save as draft' }).click();
    await workbench.draft('dana', id, { version: 1 }, contentOf('select id, email from customers -- theirs'));
    await save.getByRole('button', { name: 'Save draft' }).click();
    const both = page.getByRole('dialog', { name: 'Somebody saved before you' });
    await both.getByText('-- theirs').first().waitFor();
    await expectAccessible(erin, 'model-mine-and-theirs', crossed);
    await both.getByRole('button', { name: 'Keep mine and go on editing' }).click();
    await erin.button('Save…').click();
    await save.getByRole('radio', { name: 'Save as draft' }).click();
    await save.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Saved as a draft.').waitFor();
    expect((await workbench.read(id)).draft).toMatchObject({
      revision: 3,
      content: { query: 'select id, email from customers -- mine' },
    });
  }, 120_000);

  it('keep what was not saved, over a reload, an end of the session, and the way to another page', async () => {
    const id = await workbench.published('Kept', contentOf('select id, email from customers'));
    const long = `select id, email from customers -- ${'שלום 🧨 <b>'.repeat(900)}`;
    const erin = (await stage.arrive('erin', `/models/${id}/edit`)).expects(/^401 /);
    const { page } = erin;
    await typeOver(page, long);
    await page.getByText('Unsaved changes').waitFor();
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('unsaved')));
    page.on('dialog', (asked) => void asked.accept());
    await page.reload();
    await erin.button('Take it up').click();
    await query(page).getByText('שלום').first().waitFor();
    await expectAccessible(erin, 'model-hostile');
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    const ended = page.getByRole('dialog', { name: 'Your session has ended' });
    await ended.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await ended.getByRole('button', { name: 'Sign in' }).click();
    await ended.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Runs' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    await erin.button('Preview rows').click();
    await page.getByText('2 rows, 2 columns').waitFor();
    await erin.button('Discard').click();
    await page.getByText('Unsaved changes').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved')))).toEqual([]);
  }, 120_000);

  it('are found in the list, named anew, and deleted once nothing refers to them', async () => {
    const id = await workbench.published('Last one', contentOf('select id, email from customers'));
    const stale = await workbench.published('Old draft', contentOf('select id, email from customers'));
    await workbench.draft('dana', stale, { version: 1 }, contentOf('select id, email from customers order by id'));
    await workbench.hotfix(stale, 1, contentOf('select id, email from customers where id > 0'));
    const erin = await stage.arrive('erin', '/models');
    const { page } = erin;
    await page.getByRole('link', { name: 'Old draft' }).waitFor();
    await expectAccessible(erin, 'models');
    await workbench.published('A newcomer', contentOf('select id, email from customers'));
    await erin.button('1 new').click();
    await page.getByRole('link', { name: 'A newcomer' }).waitFor();
    await page.getByLabel('Status').selectOption('Stale');
    await page.waitForURL(/state=stale/);
    await page.getByRole('link', { name: 'Last one' }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /^Old draft/ }).waitFor();
    await page.getByLabel('Search models').fill('nowhere');
    await erin.button('Clear filters').click();
    await page.getByLabel('Search models').fill('last');
    await page.waitForURL(/q=last/);
    await page.getByRole('link', { name: 'Old draft' }).waitFor({ state: 'detached' });
    await erin.heading('Models').click();
    await page.keyboard.press('j');
    await erin.press(page.locator(':focus', { hasText: 'Last one' }), 'Enter');
    await erin.heading('Last one').waitFor();
    await erin.button('More to do').click();
    await page.getByRole('menuitem', { name: 'Edit name, description and labels' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill('x'.repeat(4_001));
    await erin.button('Save').click();
    await page.getByText('This is more than fits here.').waitFor();
    await page.getByRole('textbox', { name: 'Description' }).fill(HOSTILE);
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await erin.button('Save').click();
    await page.getByText('This is needed.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill(`${HOSTILE} ${'long '.repeat(20)}`);
    await expectAccessible(erin, 'model-about', crossed);
    await erin.button('Save').click();
    await erin.heading(/long long/).waitFor();
    await expectAccessible(erin, 'model-named', crossed);

    const sync = await workbench.sync('In the way', id, stage);
    await erin.button('More to do').click();
    await page.getByRole('menuitem', { name: 'Delete model' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'In the way' }).waitFor();
    await expectAccessible(erin, 'model-delete', crossed);
    await page.getByRole('dialog').getByRole('link', { name: 'In the way' }).click();
    await page.waitForURL(`**/syncs/${sync.id}`);
    await page.goto(`/models/${stale}`);
    await erin.button('More to do').click();
    await page.getByRole('menuitem', { name: 'Delete model' }).click();
    // The stream may tell of it before the page has gone.
    erin.expects(/^404 GET .*models/);
    await erin.button('Delete model').click();
    await page.getByText('Old draft is deleted.').waitFor();
    await page.getByRole('link', { name: 'Old draft' }).waitFor({ state: 'detached' });
  }, 180_000);
});
