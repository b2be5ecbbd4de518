import { eventually } from '@imprimatur/testing';
import { isolated } from './isolated.ts';
import { contentOf, ModelWorkbench } from './model-workbench.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Eedit 🧨';
const lines = ['select id,', '  email', 'from customers', 'where id > 0', 'order by id'];
const query = (over: Record<number, string> = {}): string => lines.map((line, index) => over[index] ?? line).join('\n');

describe('drafts in the console', () => {
  const stage = useConsole();
  let workbench: ModelWorkbench;
  beforeAll(async () => {
    workbench = await ModelWorkbench.set(stage.world, stage.acme);
  }, 120_000);

  it('are rebased field by field, by keyboard alone, and what comes out is shown before it is saved', async () => {
    const id = await workbench.published(HOSTILE, contentOf(query()));
    await workbench.draft('dana', id, { version: 1 }, contentOf(query({ 3: 'where id > 7' }), { primaryKey: 'email' }));
    await workbench.hotfix(id, 1, contentOf(query({ 3: `where id > 9 -- ${HOSTILE}` }), { email: 'json' }));
    const dana = await stage.arrive('dana', `/models/${id}/rebase`);
    const { page } = dana;
    await dana.heading(`Rebase the draft of ${isolated(HOSTILE)}`).waitFor();
    await page.getByText('Draft by you, begun from version 1. Version 2 is published by now.').waitFor();
    await page.getByText('1 field changed on both sides: decide which to take. 2 fields merged').waitFor();
    const conflict = page.getByRole('radiogroup', { name: 'Query', exact: true });
    expect(await conflict.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await dana.button('Save rebased draft').isDisabled()).toBe(true);
    await page.getByText('Query is still to be decided.').waitFor();
    await expectAccessible(dana, 'rebase');

    await dana.press(conflict.getByRole('radio', { name: 'Published: version 2' }), 'ArrowDown');
    await conflict.getByRole('radio', { name: 'Mine: the draft', checked: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await conflict.getByRole('radio', { name: 'Write something else', checked: true }).waitFor();
    const own = page.getByRole('textbox', { name: 'Query: something else' });
    await own.waitFor();
    await page.keyboard.press('Tab');
    await dana.holdsFocus(own);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(query({ 3: 'where id > 8' }));
    await page.getByRole('region', { name: 'Result' }).getByText('where id > 8').waitFor();
    await expectAccessible(dana, 'rebase-decided', crossed);
    await dana.press(dana.button('Save rebased draft'), 'Enter');
    await page.waitForURL(`**/models/${id}`);
    expect((await workbench.read(id)).draft).toMatchObject({
      baseVersion: 2,
      stale: false,
      content: contentOf(query({ 3: 'where id > 8' }), { primaryKey: 'email', email: 'json' }),
    });
  }, 120_000);

  it('of two who work on one at a time nobody overwrites the other, and what was decided stays', async () => {
    const id = await workbench.published('Two people', contentOf(query()));
    await workbench.draft('dana', id, { version: 1 }, contentOf(query({ 3: 'where id > 7' })));
    await workbench.hotfix(id, 1, contentOf(query({ 3: 'where id > 9' })));
    const dana = (await stage.arrive('dana', `/models/${id}/rebase`)).expects(/^412 POST/);
    const { page } = dana;
    await page
      .getByRole('radiogroup', { name: 'Query', exact: true })
      .getByRole('radio', { name: 'Mine: the draft' })
      .check();
    await workbench.draft('erin', id, { revision: 2 }, contentOf(query({ 3: 'where id > 7' }), { email: 'json' }));
    const save = dana.button('Save rebased draft');
    if (await save.isEnabled()) await save.click();
    const moved = page.getByRole('region', { name: 'Something changed meanwhile' });
    await moved.getByText('Erin saved the draft meanwhile. Nothing was overwritten.').waitFor();
    await expectAccessible(dana, 'rebase-moved', crossed);
    await moved.getByRole('button', { name: 'Take it in' }).click();
    await moved.waitFor({ state: 'hidden' });
    await page.getByRole('radio', { name: 'Mine: the draft', checked: true }).nth(1).waitFor();
    await save.click();
    await page.waitForURL(`**/models/${id}`);
    expect((await workbench.read(id)).draft).toMatchObject({
      contributors: [stage.acme.members.dana, stage.acme.members.erin],
      content: contentOf(query({ 3: 'where id > 7' }), { email: 'json' }),
    });
    await page.goto(`/models/${id}/rebase`);
    await page.getByText('There is nothing to rebase.').waitFor();
  }, 120_000);

  it('are made of old versions: compared, restored with the ways of saving that a member has, and withdrawn', async () => {
    const id = await workbench.published('Customers', contentOf(query()), contentOf(query({ 3: 'where id > 5' })));
    const dana = await stage.arrive('dana', `/models/${id}/compare?from=1&to=2`);
    const { page } = dana;
    await dana.heading('Version 1 → Version 2').waitFor();
    await page.getByText('Erin published it').first().waitFor();
    await expectAccessible(dana, 'compare');
    await dana.button('Swap').click();
    await dana.heading('Version 2 → Version 1').waitFor();
    expect(new URL(page.url()).search).toBe('?from=2&to=1');

    await dana.button('Restore version 1').click();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1 of Customers' });
    await dialog.getByText('You cannot publish directly with the role Workspace draft editor.').waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(2);
    await dialog.getByRole('radio', { name: 'Save as draft', checked: true }).waitFor();
    await dialog.getByRole('radio', { name: 'Submit approval request' }).check();
    await dialog.getByRole('button', { name: 'Submit for approval' }).click();
    await dialog.getByText('Choose at least one reviewer.').waitFor();
    await dana.press(dialog.getByRole('combobox', { name: 'Reviewers' }), 'ArrowDown');
    const option = page.getByRole('option', { name: /^Dana/ });
    await option.getByText('their role does not approve here').waitFor();
    await expectAccessible(dana, 'save-reviewers', crossed);
    await page.keyboard.type('Erin');
    await option.waitFor({ state: 'detached' });
    await page.getByRole('option', { name: /^Erin/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Comment').fill(HOSTILE);
    await expectAccessible(dana, 'save-submit');
    await dialog.getByRole('button', { name: 'Submit for approval' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const story = page.getByText('An approval was asked for version 1.');
    await dana.holdsFocus(story);
    await dana.button('Restore version 1').waitFor({ state: 'hidden' });
    await workbench.approve(id);
    const newest = page.getByRole('list', { name: 'Versions, the newest first' }).getByRole('listitem').first();
    await newest.getByText('approved by Erin').waitFor();
    await newest.getByText('restores version 1').waitFor();
    await newest.getByRole('link', { name: /^Request #/ }).waitFor();
  }, 120_000);

  it('of syncs are rebased as well: mapping by field, schedules in words', async () => {
    const sync = await workbench.sync('People', await workbench.published('Of people', contentOf(query())), stage);
    await sync.draft('mail', 2);
    await sync.hotfix('email', 4);
    const dana = await stage.arrive('dana', `/syncs/${sync.id}/rebase`);
    const { page } = dana;
    const schedule = page.getByRole('radiogroup', { name: 'Schedule' });
    for (const words of ['every 6 hours', 'every 4 hours', 'every 2 hours']) await schedule.getByText(words).waitFor();
    expect(await schedule.getByRole('radio', { name: 'Write something else' }).count()).toBe(0);
    expect(await page.getByRole('radio', { name: 'Mine: the draft', checked: true }).count()).toBe(2);
    await schedule.getByRole('radio', { name: 'Published: version 2' }).check();
    await expectAccessible(dana, 'rebase-sync', crossed);
    await dana.button('Save rebased draft').click();
    await page.waitForURL(`**/syncs/${sync.id}`);
    expect((await sync.read()).draft).toMatchObject({
      ...{ baseVersion: 2, stale: false },
      content: { schedule: { every: 4 }, configuration: { mapping: [{ field: 'id' }, { field: 'mail' }] } },
    });
  }, 120_000);

  it('that went stale in review are withdrawn where they are, then rebased', async () => {
    const id = await workbench.published('Reviewed', contentOf(query()));
    const drafted = contentOf(query({ 3: 'where id > 7' }));
    await workbench.submit('dana', id, { version: 1 }, drafted, [stage.acme.members.erin]);
    await workbench.hotfix(id, 1, contentOf(query(), { email: 'json' }));
    const dana = await stage.arrive('dana', `/models/${id}/rebase`);
    const { page } = dana;
    await page.getByText('Nobody changed the same field twice: 2 fields merged.').waitFor();
    await page.getByText('The draft is in review. Withdraw the request first.').waitFor();
    const notice = page.getByRole('region', { name: 'Open approval request' });
    await notice.getByText(/^You asked to publish this draft · #\d+ ·/).waitFor();
    await notice.getByText('Waiting for Erin.').waitFor();
    await notice.getByRole('link', { name: 'View request' }).waitFor();
    await expectAccessible(dana, 'rebase-in-review', crossed);
    await notice.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw request' }).click();
    await notice.waitFor({ state: 'hidden' });
    await page.getByText('Everything is decided. Nothing goes live by this.').waitFor();
    await dana.button('Save rebased draft').click();
    await page.waitForURL(`**/models/${id}`);
    const content = contentOf(query({ 3: 'where id > 7' }), { email: 'json' });
    expect((await workbench.read(id)).draft).toMatchObject({ baseVersion: 2, state: 'editing', content });
  }, 120_000);

  it('are offered to be saved as the server offers it: three ways, or plainly, or not at all', async () => {
    const id = await workbench.published('Offered', contentOf(query()), contentOf(query({ 3: 'where id > 5' })));
    await workbench.draft('dana', id, { version: 2 }, contentOf(query({ 3: 'where id > 7' })));
    const erin = await stage.arrive('erin', `/models/${id}/compare`);
    await erin.heading('Version 2 → Draft').waitFor();
    await erin.button('Restore version 1').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Restore version 1 of Offered' });
    await dialog.getByText('It replaces what is in the draft by Dana.').waitFor();
    await dialog.getByRole('radio').nth(2).waitFor();
    const ways = (await dialog.getByRole('radio').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(ways).toEqual(['Publish now', 'Submit approval request', 'Save as draft']);
    await expectAccessible(erin, 'save-three-ways', crossed);
    await erin.press(dialog.getByRole('radio', { name: 'Save as draft' }), 'ArrowUp');
    await erin.press(dialog.getByRole('radio', { name: 'Submit approval request', checked: true }), 'ArrowUp');
    await dialog.getByRole('radio', { name: 'Publish now', checked: true }).waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).waitFor();
    await erin.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await erin.button('Restore version 1').click();
    await workbench.draft('dana', id, { revision: 3 }, contentOf(query({ 3: 'where id > 8' })));
    erin.expects(/^412 POST .*\/restore$/);
    await dialog.getByRole('button', { name: 'Save draft' }).click();
    const both = erin.page.getByRole('dialog', { name: 'Somebody saved before you' });
    await both.getByText(/^Dana saved/).waitFor();
    await both.getByText('where id > 8').waitFor();
    await expectAccessible(erin, 'mine-and-theirs', crossed);
    await both.getByRole('button', { name: 'Keep mine and go on editing' }).click();
    await dialog.getByRole('button', { name: 'Save draft' }).click();
    await erin.page.getByText('Version 1 is a draft now.').waitFor();

    const inTheWay = erin.page.getByRole('region', { name: 'There is a draft' });
    await inTheWay.getByText('There is a draft by Dana and you.').waitFor();
    await inTheWay.getByRole('button', { name: 'Delete draft' }).click();
    const sure = erin.page.getByRole('dialog', { name: 'Delete the draft of Offered' });
    await sure.getByText('are discarded and cannot be recovered').waitFor();
    await sure.getByRole('button', { name: 'Delete draft' }).click();
    await inTheWay.waitFor({ state: 'hidden' });

    await workbench.requireApprovals(false);
    await eventually(async () => expect((await workbench.read(id)).saveOptions.actions).toEqual(['publish']));
    await erin.page.reload();
    await erin.button('Restore version 1').click();
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(0);
    await expectAccessible(erin, 'save-plain', crossed);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await erin.page.getByText('Version 1 is live once more.').waitFor();
    const dana = await stage.arrive('dana', `/models/${id}/compare`);
    await dana.heading('Version 2 → Version 3').waitFor();
    expect(await dana.button(/^Restore/).count()).toBe(0);
    await workbench.requireApprovals(true);
  }, 120_000);
});
