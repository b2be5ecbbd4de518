import type { Page } from 'playwright-core';
import { changedModel } from './changed-model.ts';
import { ReviewDesk } from './review-desk.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

/** Unchanged lines, more than are shown around a change. */
const padding = Array.from({ length: 12 }, (_, at) => `-- ${at}\n`).join('');

/** Counts what a hand does from now on: clicks, and strokes with whatever is held down with them. */
function countEffort(): void {
  const counted = window as unknown as { effort: number };
  counted.effort = 0;
  window.addEventListener('pointerdown', () => (counted.effort += 1), true);
  const held = ['Control', 'Meta', 'Shift', 'Alt'];
  window.addEventListener('keydown', ({ key }) => (counted.effort += held.includes(key) ? 0 : 1), true);
}

describe('reviewing in the console', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  beforeAll(async () => {
    await changedModel(stage.world, stage.acme);
    desk = await ReviewDesk.set(stage.world, stage.acme);
  }, 120_000);

  const linkMailedTo = async (player: 'erin' | 'ben', about: string): Promise<string> => {
    const { world, acme } = stage;
    const isMeant = ({ recipients, text }: { recipients: string[]; text?: string }): boolean =>
      recipients.includes(acme.mailOf(player)) && (text ?? '').includes(about);
    const mail = await world.mails.next(isMeant, 60_000);
    return /http:\S+\/approvals\/[\w-]+/.exec(mail.text ?? '')![0];
  };
  const linkMailedToErin = (): Promise<string> => linkMailedTo('erin', 'Ideal customers');

  it('shows what waits in an inbox whose filters stand in the address', async () => {
    const erin = await stage.arrive('erin', '/approvals?q=Ideal');
    const row = erin.page.getByRole('link', { name: 'Ideal customers and CRM contacts' });
    await row.waitFor();
    const search = erin.page.getByRole('searchbox', { name: 'Search requests' });
    expect(await search.inputValue()).toBe('Ideal');
    await erin.page
      .getByRole('link', { name: /^Approvals/ })
      .filter({ hasText: '1 to review' })
      .waitFor();
    await expectAccessible(erin, 'inbox');
    await search.fill('nothing like it');
    await erin.page.getByText('No request matches.').waitFor();
    expect(new URL(erin.page.url()).searchParams.get('q')).toBe('nothing like it');
    await erin.button('Clear filters').click();
    await row.waitFor();
    await erin.page.getByRole('tab', { name: 'Closed' }).click();
    await erin.page.getByText('No request has been decided yet.').waitFor();
    await erin.page.reload();
    await erin.page.getByRole('tab', { name: 'Closed', selected: true }).waitFor();
  }, 120_000);

  it('tells who may not decide why, and offers the submitter to withdraw', async () => {
    const vic = await stage.arrive('vic', await linkMailedToErin());
    await vic.heading('Ideal customers and CRM contacts').waitFor();
    await vic.page
      .getByRole('complementary', { name: 'Decision' })
      .filter({ hasText: /right|approve/ })
      .waitFor();
    expect(await vic.button(/^(Approve|Deny|Withdraw)/).count()).toBe(0);
    const dana = await stage.arrive('dana', await linkMailedToErin());
    await dana.button('Withdraw request').click();
    await dana.page.getByText('The draft is kept. Dana can edit it and submit again.').waitFor();
    await dana.page.keyboard.press('Escape');
    await dana.page.getByRole('tab', { name: 'Activity (1)' }).click();
    await dana.page.getByLabel('Write a comment').fill('<img src=x onerror=alert(1)> please look today');
    await dana.button('Comment').click();
    await dana.page.getByRole('tab', { name: 'Activity (2)' }).waitFor();
    await dana.page.getByText('<img src=x onerror=alert(1)> please look today').waitFor();
  }, 120_000);

  it('leads from the link in the mail by sign-in to the change, and publishes it when Erin confirms', async () => {
    const erin = await stage.arrive('erin', await linkMailedToErin());
    await erin.heading('Ideal customers and CRM contacts').waitFor();
    await erin.page.getByText('Excludes trial accounts, as agreed with Sales.').first().waitFor();
    await erin.page.getByRole('row', { name: "added and c.plan <> 'trial'" }).waitFor();
    await erin.page.getByRole('table', { name: '1 line added, 0 lines removed' }).waitFor();
    await erin.page.getByText('daily at 14:00 (Europe/Berlin)').first().waitFor();
    await expectAccessible(erin, 'review');

    await erin.button('Deny').click();
    await erin.page.getByRole('dialog', { name: 'Deny this request' }).waitFor();
    await expectAccessible(erin, 'deny', crossed);
    await erin.button('Cancel').click();

    await erin.button('Approve & publish').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Approve & publish' });
    await dialog.getByText('Ideal customers v2').waitFor();
    await dialog.getByText('CRM contacts v2').waitFor();
    await expectAccessible(erin, 'approve', crossed);
    await dialog.getByRole('button', { name: 'Approve & publish' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const story = erin.page.getByText('Ideal customers v2 and CRM contacts v2 are live. Approved by Erin.');
    await story.waitFor();
    await erin.page.getByText('Published', { exact: true }).first().waitFor();
    await erin.holdsFocus(story);
    expect(await erin.button('Approve & publish').count()).toBe(0);
    expect(await erin.page.getByText('Stale').count()).toBe(0);
    await expectAccessible(erin, 'published', crossed);
  }, 120_000);

  it('publishes a model change of 20 lines with two clicks, or two strokes, from the link in the mail', async () => {
    const lines = (from: number) => Array.from({ length: 20 }, (_, at) => `  and id <> ${from + at}`).join('\n');
    const effort = async (name: string, decide: (page: Page) => Promise<void>): Promise<number> => {
      const modelId = await desk.published(name, 'select id, email\nfrom people\nwhere true\norder by id');
      await desk.asked(modelId, `select id, email\nfrom people\nwhere true\n${lines(100)}\norder by id`);
      const erin = await stage.arrive('erin', await linkMailedTo('erin', name));
      await erin.page.getByRole('table', { name: '20 lines added, 0 lines removed' }).waitFor();
      await erin.page.evaluate(countEffort);
      await decide(erin.page);
      await erin.page.getByText(`${name} v2 is live. Approved by Erin.`).waitFor();
      return await erin.page.evaluate(() => (window as unknown as { effort: number }).effort);
    };
    const byMouse = await effort('Twenty lines by mouse', async (page) => {
      await page.getByRole('button', { name: 'Approve & publish' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Approve & publish' }).click();
    });
    const byKeyboard = await effort('Twenty lines by keyboard', async (page) => {
      await page.keyboard.press('Control+Enter');
      const confirm = page.getByRole('dialog').getByRole('button', { name: 'Approve & publish' });
      await confirm.and(page.locator(':focus:enabled')).waitFor();
      await page.keyboard.press('Enter');
    });
    expect([byMouse, byKeyboard]).toEqual([2, 2]);
  }, 120_000);

  it('is done by keyboard alone: from the inbox through every change to a comment, and no single key approves', async () => {
    const modelId = await desk.published(
      'Keyboard',
      `select id, email\nfrom people\nwhere plan = 'free'\n${padding}order by id`,
    );
    const requestId = await desk.asked(
      modelId,
      `select id, email\nfrom people\nwhere plan = 'pro'\n${padding}order by email`,
    );
    const erin = await stage.arrive('erin', '/approvals?q=Keyboard');
    const { page } = erin;
    await page.getByRole('link', { name: 'Keyboard', exact: true }).waitFor();
    await erin.press(page.locator('main'), 'j');
    await erin.press(page.locator(':focus', { hasText: 'Keyboard' }), 'Enter');
    await page.waitForURL(`**/approvals/${requestId}`);
    await page.getByText('2 edits').waitFor();
    await page.keyboard.press('n');
    await page.locator(':focus', { hasText: "where plan = 'free'" }).waitFor();
    await page.getByText('1 of 2', { exact: true }).waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual(['free', 'pro', 'id', 'email']);
    await page.keyboard.press('n');
    await page.locator(':focus', { hasText: 'order by id' }).waitFor();
    await page.keyboard.press('p');
    await page.locator(':focus', { hasText: "where plan = 'free'" }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('radio', { name: 'Split', checked: true }).waitFor({ state: 'attached' });
    await expectAccessible(erin, 'review-split', crossed);
    await page.reload();
    await page.getByRole('radio', { name: 'Split', checked: true }).waitFor({ state: 'attached' });
    await page.keyboard.press('u');
    await page.getByRole('radio', { name: 'Split', checked: false }).waitFor({ state: 'attached' });
    const fold = page.getByRole('button', { name: /lines unchanged/ });
    await erin.press(fold, 'Enter');
    await page.locator(':focus', { hasText: '-- 3' }).waitFor();
    await fold.waitFor({ state: 'detached' });
    for (const key of 'abdefghijklmoqrstvwxyz') await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.goto(`/approvals/${requestId}`);
    await page.getByText('2 edits').waitFor();
    expect(await desk.status(requestId)).toBe('pending');
    await page.keyboard.press('c');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Looks right');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: 'Activity (2)' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  }, 120_000);

  it('leads through a diff of thousands of lines, of which those in the window are on the page', async () => {
    const query = (name: string): string =>
      ['select id, email', ...Array.from({ length: 1_000 }, (_, at) => `  , ${name} as c${at}`), 'from people'].join(
        '\n',
      );
    const requestId = await desk.asked(await desk.published('Long', query('plan')), query('tier'));
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    const { page } = erin;
    const tableOf = (rows: number) => page.locator(`table[aria-rowcount="${rows}"]`);
    const row = (text: string) => page.getByRole('row', { name: text, exact: true });
    const unified = tableOf(2_003);
    await row('2 removed , plan as c0').waitFor();
    expect(await unified.getByRole('row').count()).toBeLessThan(100);
    await page.keyboard.press('n');
    await page.locator(':focus', { hasText: ', plan as c0' }).waitFor();
    await page.keyboard.press('Control+End');
    await row('1001 added , tier as c999').waitFor();
    expect(await row('1001 added , tier as c999').getAttribute('aria-rowindex')).toBe('2002');
    expect(await row('2 removed , plan as c0').count()).toBe(0);
    await page.keyboard.press('u');
    await tableOf(1_003).waitFor();
    await row('1001 removed , plan as c999 1001 added , tier as c999').waitFor();
    await page.keyboard.press('u');
    await unified.waitFor();
  }, 60_000);

  it('shows the rows that the draft finds beside the published ones, when asked', async () => {
    const modelId = await desk.published('Previewed', 'select id, email from people');
    const requestId = await desk.asked(modelId, "select id, email, plan from people where plan = 'pro'");
    const ben = await stage.arrive('ben', `/approvals/${requestId}`);
    await ben.page.getByRole('tab', { name: 'Preview' }).click();
    await ben.button('Show rows').click();
    const drafted = ben.page.getByRole('region', { name: 'Rows of Previewed in review' });
    await ben.page.getByText('6 rows, 3 columns').waitFor();
    await ben.page.getByText('12 rows, 2 columns').waitFor();
    await ben.page.getByText('6 rows fewer.').waitFor();
    await ben.page.getByText('Column added:').waitFor({ state: 'attached' });
    await drafted.getByRole('cell', { name: 'p1@example.com' }).waitFor();
    await expectAccessible(ben, 'preview', crossed);
  }, 120_000);

  it('lets reviewers be chosen anew, and hostile text be nothing but text', async () => {
    const hostile = `<img src=x onerror=alert(1)> \u202emirrored ${'🦆'.repeat(20)} ${'long'.repeat(500)}`;
    const modelId = await desk.published(
      `<b>Bold</b> \u202emodel 🦆 ${'n'.repeat(60)}`,
      'select id, email from people',
    );
    const requestId = await desk.asked(modelId, `select id, email from people\n-- \u202e ${'wide '.repeat(200)}`, {
      comment: hostile,
    });
    const dana = await stage.arrive('dana', `/approvals/${requestId}`);
    await dana.page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await dana.page.getByText('U+202E').first().waitFor();
    await dana.button('Change').click();
    const dialog = await dana.dialog('Reviewers');
    await dialog.getByLabel('Who is asked to review').fill('Ben');
    await dana.page.getByRole('option', { name: 'Ben' }).click();
    await dana.page.keyboard.press('Escape');
    await expectAccessible(dana, 'reviewers', crossed);
    await dialog.getByRole('button', { name: 'Save reviewers' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await dana.page.getByRole('complementary', { name: 'Decision' }).getByText('Ben').first().waitFor();
    expect(await linkMailedTo('ben', 'model 🦆')).toContain(requestId);
    await dana.page.setViewportSize({ width: 360, height: 780 });
    expect(await dana.overflow()).toBe(0);
    await expectAccessible(dana, 'hostile', crossed);
    await dana.page.goto('/approvals?tab=mine');
    await dana.page.getByText('<b>Bold</b>').first().waitFor();
    await dana.page.setViewportSize({ width: 360, height: 780 });
    expect(await dana.overflow()).toBe(0);
    await expectAccessible(dana, 'inbox-hostile', crossed);
  }, 120_000);

  it('does not move the inbox under the pointer: what came since is counted, what went stays in its place', async () => {
    const first = await desk.asked(
      await desk.published('Stays put', 'select id, email from people'),
      'select id, email from people limit 1',
    );
    const erin = await stage.arrive('erin', `/approvals?sourceId=${desk.sources.warehouse}`);
    await erin.page.getByRole('link', { name: 'Stays put' }).waitFor();
    expect(await erin.page.getByLabel('Source').inputValue()).toBe(desk.sources.warehouse);
    await erin.page.locator('[data-live="live"]').waitFor({ state: 'attached' });
    await desk.asked(
      await desk.published('Newcomer', 'select id, email from people'),
      'select id, email from people limit 1',
    );
    await erin.button('1 new').waitFor();
    expect(await erin.page.getByRole('link', { name: 'Newcomer' }).count()).toBe(0);
    await desk.withdrawn(first);
    await erin.page.getByText('No longer here').waitFor();
    await expectAccessible(erin, 'inbox-news', crossed);
    await erin.button('1 new').click();
    await erin.page.getByRole('link', { name: 'Newcomer' }).waitFor();
    expect(await erin.page.getByRole('link', { name: 'Stays put' }).count()).toBe(0);
  }, 120_000);
});
