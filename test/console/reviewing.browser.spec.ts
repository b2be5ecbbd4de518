import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

describe('reviewing in the console', () => {
  const stage = useConsole();
  beforeAll(() => changedModel(stage.world, stage.acme), 60_000);

  const linkMailedToErin = async (): Promise<string> => {
    const { world, acme } = stage;
    const mail = await world.mails.next(({ recipients }) => recipients.includes(acme.mailOf('erin')), 20_000);
    return /http:\S+\/approvals\/[\w-]+/.exec(mail.text ?? '')![0];
  };

  it('shows what waits in an inbox whose filters stand in the address', async () => {
    const erin = await stage.arrive('erin', '/approvals?q=Ideal');
    const row = erin.page.getByRole('link', { name: 'Ideal customers and CRM contacts' });
    await row.waitFor();
    const search = erin.page.getByRole('searchbox', { name: 'Search requests' });
    expect(await search.inputValue()).toBe('Ideal');
    expect(await erin.page.getByRole('link', { name: /^Approvals/ }).innerText()).toContain('1 to review');
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
  }, 90_000);

  it('tells who may not decide why, and offers the submitter to withdraw', async () => {
    const vic = await stage.arrive('vic', await linkMailedToErin());
    await vic.heading('Ideal customers and CRM contacts').waitFor();
    expect(await vic.page.getByRole('complementary', { name: 'Decision' }).innerText()).toMatch(/right|approve/);
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
  }, 60_000);

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
    expect(await story.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await erin.button('Approve & publish').count()).toBe(0);
    expect(await erin.page.getByText('Stale').count()).toBe(0);
    await expectAccessible(erin, 'published', crossed);
  }, 120_000);
});
