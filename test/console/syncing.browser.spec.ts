import { SyncWorkbench } from './sync-workbench.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Etxet 🧨';

describe('new syncs in the console', () => {
  const stage = useConsole();
  let workbench: SyncWorkbench;
  beforeAll(async () => {
    workbench = await SyncWorkbench.set(stage.world, stage.acme);
  }, 120_000);

  const choose = async ({ page }: Visitor, field: string, option: string | RegExp): Promise<void> => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option }).first().click();
  };

  it('go from a drafted model to its destination, and into one request with it', async () => {
    const erin = await stage.arrive('erin', '/syncs');
    const { page } = erin;
    await page.getByText('There is no sync yet.').waitFor();
    await expectAccessible(erin, 'syncs-empty', crossed);
    await page.getByRole('main').getByRole('link', { name: 'New sync' }).first().click();
    await erin.button('Continue to destination').click();
    await page.getByText('Choose a model.').waitFor();
    await choose(erin, 'Model', /users/);
    const drafted = page.getByRole('region', { name: 'The model is drafted' });
    await drafted
      .getByText('This sync refers to the draft of users; both must be published before it can run.')
      .waitFor();
    await expectAccessible(erin, 'sync-model');
    await erin.button('Continue to destination').click();
    await choose(erin, 'Destination', 'CRM');
    await choose(erin, 'Table', 'contacts');
    await expectAccessible(erin, 'sync-destination', crossed);
    await erin.button('Continue to mapping').click();

    const mapping = page.getByRole('table', { name: 'Mapping to contacts' });
    await mapping.getByRole('row', { name: /external_id.*same type/ }).waitFor();
    expect(await mapping.getByRole('checkbox', { name: 'external_id identifies a row' }).isChecked()).toBe(true);
    await choose(erin, 'Column for score', /email/);
    await mapping.getByRole('row', { name: /score.*may not fit/ }).waitFor();
    await mapping.getByRole('checkbox', { name: 'score identifies a row' }).check();
    await page.getByText('The table cannot tell rows apart by these. It can by external_id.').waitFor();
    await expectAccessible(erin, 'sync-mapping');
    await mapping.getByRole('checkbox', { name: 'score identifies a row' }).uncheck();
    await erin.button('Continue to schedule').click();

    await page.getByText('Runs only when started by hand.').waitFor();
    await page.getByText('Weekly', { exact: true }).click();
    await page.getByText('Runs on weekdays at 09:00 (Europe/Berlin).').waitFor();
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
    await page.getByLabel('Time 1').fill('14:30');
    await page.getByText('Runs on Monday, Tuesday, Wednesday and Thursday at 14:30 (Europe/Berlin).').waitFor();
    const next = page.getByRole('table', { name: /^Next runs/ });
    await next.getByRole('row').nth(5).waitFor();
    expect(await next.getByRole('row').count()).toBe(6);
    await next.getByRole('columnheader', { name: 'UTC' }).waitFor();
    await page.getByText(/the clocks of Europe\/Berlin go (forward|back) an hour/).waitFor();
    await expectAccessible(erin, 'sync-schedule');
    await erin.button('Continue to review').click();

    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('users to CRM');
    await page.getByRole('textbox', { name: 'Name' }).fill(HOSTILE);
    await expectAccessible(erin, 'sync-review');
    await erin.button('Save…').click();
    const dialog = page.getByRole('dialog', { name: /^Save / });
    await dialog.getByRole('checkbox', { name: 'Include the draft of users in the request', checked: true }).waitFor();
    await erin.dialog(/^Save /);
    await dialog.getByRole('combobox', { name: 'Reviewers' }).click();
    await page.getByRole('option', { name: /Ada/ }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(erin, 'sync-save', crossed);
    await dialog.getByRole('button', { name: 'Submit for approval' }).click();
    await erin.heading(HOSTILE).waitFor();
    const story = page.getByText('Submitted. The reviewers are told as soon as the request is there.');
    await story.waitFor();
    await erin.holdsFocus(story);
    await page.getByRole('region', { name: 'Open approval request' }).getByText('Waiting for Ada.').waitFor();
    expect((await workbench.requests()).map(({ items }) => items.length)).toEqual([2]);
    await expectAccessible(erin, 'sync-in-review');
  }, 240_000);

  it('are written by keyboard alone, in a narrow window, by who may only draft', async () => {
    const dana = await stage.arrive('dana', `/syncs/new?modelId=${workbench.customersId}`);
    const { page } = dana;
    const { keyboard } = page;
    await dana.heading('New sync').waitFor();
    await dana.look('narrow', 'light');
    const tabTo = async (target: ReturnType<Visitor['button']>): Promise<void> => {
      await target.waitFor({ state: 'attached' });
      const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
      for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await keyboard.press('Tab');
      expect(await isThere()).toBe(true);
    };
    const goOn = async (name: string): Promise<void> => {
      await tabTo(dana.button(name));
      await keyboard.press('Enter');
    };
    await page.getByText('Columns of its rows').waitFor();
    await goOn('Continue to destination');
    await page.locator('h2:focus', { hasText: 'Destination' }).waitFor();
    await tabTo(page.getByRole('combobox', { name: 'Destination' }));
    await keyboard.type('CR');
    await page.getByRole('option', { name: 'CRM' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(page.getByRole('combobox', { name: 'Table' }));
    await keyboard.type('peop');
    await page.getByRole('option', { name: 'people' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await goOn('Continue to mapping');
    await page.getByText('Has to be written: it has no default.').waitFor();
    await page.getByText('may not fit', { exact: false }).first().waitFor();
    await goOn('Continue to schedule');
    await page.locator('h2:focus', { hasText: 'Schedule' }).waitFor();
    await tabTo(page.getByRole('radio', { name: 'Manual' }));
    await keyboard.press('ArrowRight');
    await page.getByText('Runs every 6 hours.').waitFor();
    await keyboard.press('ArrowLeft');
    await goOn('Continue to review');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await dana.overflow()).toBe(0);
    await keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save Customers to CRM' });
    await dialog.getByText('You cannot publish directly with the role Workspace draft editor.').waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(2);
    await tabTo(dialog.getByRole('radio', { name: 'Submit approval request' }));
    await keyboard.press('ArrowDown');
    await tabTo(dialog.getByRole('button', { name: 'Save draft' }));
    await keyboard.press('Enter');
    await page.getByText('Saved as a draft. Nobody was told.').waitFor();
    await dana.heading('Customers to CRM').waitFor();
    expect(await workbench.named('Customers to CRM')).toMatchObject({ published: null, draft: { state: 'editing' } });
  }, 120_000);
});
