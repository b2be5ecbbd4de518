import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import { crossed, expectAccessible, notSignedIn, useConsole } from './use-console.ts';

const HOSTILE = 'Nora <img src=x onerror=alert(1)> \u202Etsrif 🦊';

describe('people in the console', () => {
  const stage = useConsole();

  it('are invited by mail, choose a password behind its link, and sign in', async () => {
    const { world, acme } = stage;
    const ada = await stage.arrive('ada', '/settings/members');
    await ada.page.getByRole('link', { name: 'Dana' }).waitFor();
    await ada.page.getByRole('row', { name: /^Dana/ }).filter({ hasText: 'Yes' }).waitFor();
    await ada.page.getByRole('row', { name: /^Erin/ }).filter({ hasText: 'No' }).waitFor();
    await expectAccessible(ada, 'members');

    await ada.button('Invite a member').click();
    const dialog = await ada.dialog('Invite a member');
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

    const mail = await world.mails.next(({ recipients }) => recipients.includes(email), 60_000);
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
    await ada.press(ada.page.getByRole('link', { name: 'Ben' }), 'Enter');
    await ada.heading('Ben').waitFor();
    await expectAccessible(ada, 'member');
    await ada.press(ada.page.getByRole('combobox', { name: 'Role' }), 'Control+a');
    await keyboard.type('Workspace draft');
    await ada.page.getByRole('option', { name: 'Workspace draft editor' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const effect = ada.page.getByRole('complementary', { name: 'What changes' });
    await effect.getByText('Loses').waitFor();
    await effect.getByRole('row', { name: 'Must request approval No Yes' }).waitFor();
    await expectAccessible(ada, 'member-effect');
    await keyboard.press('Control+s');
    await ada.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await ada.page.getByText('Must request approval: Yes').waitFor();

    await ada.press(ada.button('Deactivate'), 'Enter');
    await ada.page.getByText('Ben is deactivated.').waitFor();
    await expectAccessible(ada, 'member-deactivated', crossed);
    await ada.press(ada.button('Undo'), 'Enter');
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

    await ada.look('narrow', 'dark');
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

  it('let programs in with tokens whose secret is shown once', async () => {
    const ada = await stage.arrive('ada', '/settings/service-accounts');
    const { keyboard } = ada.page;
    await ada.page.getByText('There are no service accounts yet.').waitFor();
    await expectAccessible(ada, 'service-accounts-none', crossed);
    await ada.button('New service account').click();
    const dialog = await ada.dialog('New service account');
    await dialog.getByLabel('Name').fill(HOSTILE);
    await dialog.getByRole('combobox', { name: 'Role' }).fill('Sync ed');
    await ada.page.getByRole('option', { name: 'Sync editor', exact: true }).click();
    await dialog.getByRole('button', { name: 'Create service account' }).click();
    await ada.page.getByText('It has no tokens yet').waitFor();

    await ada.press(ada.button('New token'), 'Enter');
    await ada.holdsFocus(ada.page.getByRole('dialog', { name: 'New token' }).getByLabel('Name'));
    await keyboard.type('CI');
    await keyboard.press('Enter');
    const secret = (await ada.dialog('Copy the token now')).getByLabel('Token');
    expect(await secret.inputValue()).toMatch(/^\w+_?\S{20,}$/);
    await expectAccessible(ada, 'token-once', crossed);
    await ada.press(ada.button('I have kept it'), 'Enter');
    await ada.page.getByRole('row', { name: /^CI Active/ }).waitFor();
    await expectAccessible(ada, 'service-account');
    await ada.press(ada.button('Revoke CI'), 'Enter');
    await ada.page.getByRole('dialog', { name: 'Revoke CI' }).getByRole('button', { name: 'Revoke' }).click();
    await ada.page.getByText('CI is revoked.').waitFor();
    await ada.button('Deactivate').click();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await ada.page.getByText('is deactivated, and its tokens are revoked.').waitFor();
    await ada.page.getByRole('link', { name: 'Service accounts' }).first().click();
    await ada.page.getByRole('row', { name: /Deactivated/ }).waitFor();
    await expectAccessible(ada, 'service-accounts');
  }, 120_000);

  it('see which mails failed and why, and send them again', async () => {
    const { world, acme } = stage;
    const ada = await stage.arrive('ada', '/settings/mail');
    await ada.page.getByText('Every mail was delivered').waitFor();
    await expectAccessible(ada, 'mail-none', crossed);
    const { body } = await (await Session.of(world, acme, 'ada')).get('/roles');
    const { id: roleId } = (body.items as { id: string; name: string }[]).find(({ name }) => name === 'Sync editor')!;
    world.mails.refuse(/olga/);
    const session = await Session.of(world, acme, 'ada');
    await session.post('/members', { name: 'Olga', email: 'olga@acme.example', roleId }).expect(201);
    await eventually(async () => {
      const { body: failed } = await session.get('/deliveries?state=failed').expect(200);
      expect(failed.items).toHaveLength(1);
    });
    await ada.page.reload();
    await ada.page.getByText('The mailbox does not exist').waitFor();
    await expectAccessible(ada, 'mail');
    world.mails.refuse(null);
    await ada.button('Send again to Olga').click();
    await ada.page.getByText('On its way to Olga once more.').waitFor();
    await world.mails.next(({ recipients }) => recipients.includes('olga@acme.example'), 60_000);

    const vic = await stage.arrive('vic', '/settings/mail');
    await vic.page.getByText('The role Workspace viewer may not see what was mailed to whom.').waitFor();
    await expectAccessible(vic, 'mail-forbidden', crossed);
  }, 120_000);

  it('choose what they are mailed about', async () => {
    const vic = await stage.arrive('vic', '/preferences');
    await vic.look('narrow', 'light');
    const comments = vic.page.getByRole('switch', { name: 'Comments' });
    await vic.press(comments, 'Space');
    await vic.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await expectAccessible(vic, 'preferences');
    await vic.page.reload();
    await comments.and(vic.page.locator(':not(:checked)')).waitFor({ state: 'attached' });
    expect([await comments.isChecked(), await vic.page.getByRole('switch', { name: 'Decisions' }).isChecked()]).toEqual(
      [false, true],
    );
  }, 120_000);
});
