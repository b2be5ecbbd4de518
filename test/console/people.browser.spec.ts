import { Session } from '../e2e/session.ts';
import { crossed, expectAccessible, notSignedIn, useConsole } from './use-console.ts';

const HOSTILE = 'Nora <img src=x onerror=alert(1)> \u202Etsrif 🦊';

describe('people in the console', () => {
  const stage = useConsole();

  it('are invited by mail, choose a password behind its link, and sign in', async () => {
    const { world, acme } = stage;
    const ada = await stage.arrive('ada', '/settings/members');
    await ada.page.getByRole('link', { name: 'Dana' }).waitFor();
    expect(await ada.page.getByRole('row', { name: /^Dana/ }).innerText()).toContain('Yes');
    expect(await ada.page.getByRole('row', { name: /^Erin/ }).innerText()).toContain('No');
    await expectAccessible(ada, 'members');

    await ada.button('Invite a member').click();
    const dialog = ada.page.getByRole('dialog', { name: 'Invite a member' });
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.getByText('This is needed.').first().waitFor();
    await dialog.getByLabel('Name').fill(HOSTILE);
    await dialog.getByLabel('Mail address').fill(acme.mailOf('dana'));
    await dialog.getByRole('combobox', { name: 'Role' }).fill('Sync ed');
    await ada.page.getByRole('option', { name: 'Sync editor', exact: true }).click();
    await expectAccessible(ada, 'invite', crossed);
    ada.expects(/^409 POST \/api\/v1\/members$/);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.getByText('There is a member with this mail address').waitFor();
    const email = 'nora@acme.example';
    await dialog.getByLabel('Mail address').fill(email);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await ada.page.getByRole('status').filter({ hasText: 'The link in the mail works until' }).waitFor();
    await ada.page.getByRole('row', { name: /^Nora/ }).getByText('Invited').waitFor();

    const mail = await world.mails.next(({ recipients }) => recipients.includes(email), 20_000);
    const nora = (await stage.enter()).expects(...notSignedIn);
    await nora.page.goto(/http:\S+\/set-password#token=[\w-]+/.exec(mail.text ?? '')![0]);
    await nora.page.getByLabel('New password').fill('a first good password');
    await nora.page.getByLabel('Repeat it').fill('a first good password');
    await nora.button('Set password').click();
    await nora.page.getByRole('link', { name: 'Sign in' }).click();
    await nora.signIn(email, 'a first good password', acme.slug);
    await nora.page.getByText('Nothing waits for your review.').waitFor();
    await nora.page.goto('/settings/members');
    await nora.page.getByText('The role Sync editor may look at members').waitFor();
    expect(await nora.button('Invite a member').count()).toBe(0);
    await expectAccessible(nora, 'members-read-only', crossed);
  }, 120_000);

  it('get another role once it is seen what it changes, all by keyboard', async () => {
    const ada = await stage.arrive('ada', '/settings/members?q=ben');
    const { keyboard } = ada.page;
    await ada.page.getByRole('link', { name: 'Ben' }).focus();
    await keyboard.press('Enter');
    await ada.heading('Ben').waitFor();
    await expectAccessible(ada, 'member');
    await ada.page.getByRole('combobox', { name: 'Role' }).focus();
    await keyboard.press('Control+a');
    await keyboard.type('Workspace draft');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const effect = ada.page.getByRole('complementary', { name: 'What changes' });
    await effect.getByText('Loses').waitFor();
    await effect.getByRole('row', { name: 'Must request approval No Yes' }).waitFor();
    await expectAccessible(ada, 'member-effect');
    await keyboard.press('Control+s');
    await ada.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await ada.page.getByText('Must request approval: Yes').waitFor();

    await ada.button('Deactivate').focus();
    await keyboard.press('Enter');
    await ada.page.getByText('Ben is deactivated.').waitFor();
    await expectAccessible(ada, 'member-deactivated', crossed);
    await ada.button('Undo').focus();
    await keyboard.press('Enter');
    await ada.page.getByText('Ben is active again.').waitFor();
  }, 120_000);

  it('cannot leave the workspace without an Admin, nor overwrite what somebody else saved', async () => {
    const { world, acme } = stage;
    const ada = await stage.arrive('ada', `/settings/members/${acme.members.ada}`);
    const role = ada.page.getByRole('combobox', { name: 'Role' });
    await role.fill('Workspace viewer');
    await ada.page.getByRole('option', { name: 'Workspace viewer' }).click();
    await ada.page.getByText('Ada is the last active Admin.').waitFor();
    await expectAccessible(ada, 'last-admin', crossed);
    ada.expects(/^409 PATCH /);
    await ada.button('Save').click();
    await ada.page.getByText('The workspace would have no Admin').waitFor();
    await ada.button('Discard').click();

    await ada.page.goto(`/settings/members/${acme.members.vic}`);
    await ada.page.getByLabel('Name').fill('Victor');
    const other = await Session.of(world, acme, 'ada');
    const { headers } = await other.get(`/members/${acme.members.vic}`).expect(200);
    await other
      .patch(`/members/${acme.members.vic}`, { name: 'Vicky' })
      .set('if-match', headers.etag as string)
      .expect(200);
    ada.expects(/^412 PATCH /);
    await ada.button('Save').click();
    await ada.heading('Somebody else has changed this member meanwhile').waitFor();
    await ada.button('Keep my 1 change').click();
    await ada.button('Save').click();
    await ada.heading('Victor').waitFor();
  }, 120_000);
});
