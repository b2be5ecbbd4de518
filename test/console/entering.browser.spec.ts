import { Session } from '../e2e/session.ts';
import { PASSWORD } from '../e2e/world.ts';
import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, notSignedIn, useConsole } from './use-console.ts';

describe('entering the console', () => {
  const stage = useConsole();

  it('lets nobody in who is not known, and says so on a page that all can use', async () => {
    const stranger = (await stage.enter()).expects(...notSignedIn, /^401 POST \/api\/v1\/session$/);
    await stranger.page.goto('/approvals');
    await stranger.heading('Sign in').waitFor();
    await expectAccessible(stranger, 'sign-in');
    await stranger.signIn('nobody@acme.example', 'not a password', 'acme');
    await stranger.page.getByRole('alert').getByText('Email, password or workspace is wrong').waitFor();
    await expectAccessible(stranger, 'sign-in-refused', crossed);
  }, 120_000);

  it('is for an invited member to choose a password first, by the link in the mail', async () => {
    const { world, acme } = stage;
    const ada = await Session.of(world, acme, 'ada');
    const { body: roles } = await ada.get('/roles');
    const { id: roleId } = (roles.items as { id: string; name: string }[]).find(({ name }) => name === 'Sync editor')!;
    const email = 'nora@acme.example';
    await ada.post('/members', { name: 'Nora', email, roleId }).expect(201);
    const mail = await world.mails.next(({ recipients }) => recipients.includes(email), 60_000);
    const link = /http:\S+\/set-password#token=[\w-]+/.exec(mail.text ?? '')![0];

    const nora = (await stage.enter()).expects(...notSignedIn);
    await nora.page.goto(link);
    await nora.page.getByLabel('New password').fill('a first good password');
    await nora.page.getByLabel('Repeat it').fill('another one');
    await nora.button('Set password').click();
    await nora.page.getByText('The two are not the same.').waitFor();
    expect(nora.page.url()).toBe(`${world.origin}/set-password`);
    await expectAccessible(nora, 'set-password', crossed);
    await nora.page.getByLabel('Repeat it').fill('a first good password');
    await nora.button('Set password').click();
    await nora.page.getByRole('link', { name: 'Sign in' }).click();
    await nora.signIn(email, 'a first good password', acme.slug);
    await nora.page.getByText('Nothing waits for your review.').waitFor();
    await nora.button(/^Nora/).click();
    await nora.page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await nora.page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await nora.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await nora.heading('Sign in').waitFor();
    await nora.page.goto('/approvals');
    await nora.heading('Sign in').waitFor();
  }, 120_000);

  it('is asked of who was signed out meanwhile, over the page, and what they typed survives it', async () => {
    const { requestId } = await changedModel(stage.world, stage.acme);
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await erin.page.getByRole('tab', { name: /Activity/ }).click();
    await erin.page.getByLabel('Write a comment').fill('Half a thought');
    erin.expects(/^401 /);
    await erin.page.context().clearCookies();
    await erin.button('Comment').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await expectAccessible(erin, 'session-ended', crossed);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await erin.page.getByLabel('Write a comment').inputValue()).toBe('Half a thought');
    await erin.button('Comment').click();
    await erin.page.getByRole('tab', { name: 'Activity (2)' }).waitFor();
  }, 120_000);
});
