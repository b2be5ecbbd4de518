import type { Page } from 'playwright-core';
import { PASSWORD, type Player } from '../e2e/world.ts';
import { contentOf, ModelWorkbench } from './model-workbench.ts';
import { crossed, expectAccessible, notSignedIn, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

const unsaved = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved')));

describe('who leaves the console', () => {
  const stage = useConsole();
  let workbench: ModelWorkbench;
  beforeAll(async () => {
    workbench = await ModelWorkbench.set(stage.world, stage.acme);
  }, 120_000);

  const write = async (page: Page, text: string): Promise<void> => {
    const query = page.getByRole('textbox', { name: 'Query' });
    await query.click();
    await page.locator('.cm-editor.cm-focused').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.waitForFunction(
      (words) => Object.entries(localStorage).some(([key, kept]) => key.includes('unsaved') && kept.includes(words)),
      text,
    );
  };
  const signOut = async (visitor: Visitor, name: string): Promise<void> => {
    await visitor.button(name).click();
    await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const signIn = (visitor: Visitor, player: Player): Promise<void> =>
    visitor.signIn(stage.acme.mailOf(player), PASSWORD, stage.acme.slug);

  it('leaves nothing unsaved to the next one, in no tab, and is asked before', async () => {
    const id = await workbench.published('Left', contentOf('select id, email from customers'));
    const erin = await stage.arrive('erin', '/models');
    await erin.heading('Models').waitFor();
    const other = await erin.page.context().newPage();
    await other.goto(`/models/${id}/edit`);
    await write(other, 'select id, email from customers -- secret');
    await signOut(erin, 'Erin');
    const asked = erin.page.getByRole('dialog', { name: 'Sign out?' });
    await asked.getByText('What you have not saved is deleted from this browser').waitFor();
    await expectAccessible(erin, 'sign-out', crossed);
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await asked.waitFor({ state: 'hidden' });
    expect(await unsaved(erin.page)).toHaveLength(1);
    await signOut(erin, 'Erin');
    await asked.getByRole('button', { name: 'Sign out' }).click();
    await erin.heading('Sign in').waitFor();
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await unsaved(erin.page)).toEqual([]);
  }, 120_000);

  it('is asked where they would lose what they typed on the page that they are on', async () => {
    const ada = await stage.arrive('ada', '/settings/workspace');
    await ada.page.getByRole('switch', { name: /Require approvals/ }).click({ force: true });
    await signOut(ada, 'Ada');
    await ada.page.getByRole('dialog', { name: 'Sign out?' }).getByRole('button', { name: 'Sign out' }).click();
    await ada.heading('Sign in').waitFor();
    expect((await ada.page.request.get('/api/v1/session')).status()).toBe(401);
  }, 120_000);

  it('finds what they wrote again when it was the session that ended, and nobody else does', async () => {
    const id = await workbench.published('Expired', contentOf('select id, email from customers'));
    const erin = (await stage.arrive('erin', `/models/${id}/edit`)).expects(/^401 /);
    const { page } = erin;
    page.on('dialog', (asked) => void asked.accept());
    await write(page, 'select id, email from customers -- mine');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await signIn(erin, 'dana');
    await erin.heading('Approvals').waitFor();
    await page.goto(`/models/${id}/edit`);
    await page.getByRole('textbox', { name: 'Query' }).waitFor();
    expect(await page.getByText('work of yours').count()).toBe(0);
    await signOut(erin, 'Dana');
    await erin.heading('Sign in').waitFor();
    await signIn(erin, 'erin');
    await erin.heading('Approvals').waitFor();
    await page.goto(`/models/${id}/edit`);
    await erin.button('Take it up').click();
    await page.getByText('-- mine').waitFor();
  }, 120_000);

  it('is told when they are signed in still', async () => {
    const erin = await stage.arrive('erin', '/models');
    await erin.heading('Models').waitFor();
    erin.expects(...notSignedIn, /DELETE .*net::ERR_FAILED/);
    const session = '**/api/v1/session';
    await erin.page.route(session, (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.fallback(),
    );
    await signOut(erin, 'Erin');
    const still = erin.page.getByRole('dialog', { name: 'Sign out?' });
    await still.getByText('you are still signed in').waitFor();
    await still.getByRole('button', { name: 'Sign out' }).click();
    await still.getByText('The server cannot be reached').waitFor();
    expect((await erin.page.request.get('/api/v1/session')).status()).toBe(200);
    await erin.page.unroute(session);
    await still.getByRole('button', { name: 'Sign out' }).click();
    await erin.heading('Sign in').waitFor();
  }, 120_000);
});
