import { PASSWORD } from '../e2e/world.ts';
import { workspaceOf } from '../rights/workspace-of.ts';
import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

describe('the frame of the console', () => {
  const stage = useConsole();
  let requestId: string;
  beforeAll(async () => {
    const { world, acme } = stage;
    const erin = {
      key: 'erin',
      name: 'Erin',
      email: acme.mailOf('erin'),
      password: PASSWORD,
      roleKey: 'admin' as const,
    };
    await workspaceOf(world.databaseUrl('identity-roles'), {
      ...{ slug: 'globex', name: 'Globex', plan: 'business' },
      members: [erin],
    });
    ({ requestId } = await changedModel(stage.world, stage.acme));
  }, 120_000);

  const isAt = ({ page }: Visitor, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path);
  const isFocused = (visitor: Visitor, css: string): Promise<void> =>
    visitor.page.locator(`${css}:focus`).waitFor({ state: 'attached' });

  it('goes everywhere by the keyboard, names the window, and begins at the page', async () => {
    const erin = await stage.arrive('erin', '/approvals');
    await erin.heading('Approvals').waitFor();
    const { keyboard } = erin.page;
    for (const [keys, path, title] of [
      ['gm', '/models', 'Models'],
      ['gs', '/syncs', 'Syncs'],
      ['gr', '/runs', 'Runs'],
      ['ga', '/approvals', 'Approvals'],
    ] as const) {
      await keyboard.type(keys);
      await isAt(erin, path);
      await isFocused(erin, '#main');
      await erin.page.waitForFunction((name) => document.title === name, `${title} · Imprimatur`);
    }
    await erin.type(erin.page.getByRole('searchbox', { name: 'Search requests' }), 'gm?');
    await erin.page.waitForURL(/q=gm/);
    expect([new URL(erin.page.url()).pathname, await erin.page.getByRole('dialog').count()]).toEqual(['/approvals', 0]);
  }, 120_000);

  it('begins anew where another tab has signed somebody else in', async () => {
    const { acme } = stage;
    const erin = await stage.arrive('erin', '/approvals');
    await erin.button('Erin').waitFor();
    const dana = { email: acme.mailOf('dana'), password: PASSWORD, workspace: acme.slug, transport: 'cookie' };
    await erin.page.request.post('/api/v1/session', { data: dana });
    await erin.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await erin.button('Dana').waitFor();
    expect(await erin.page.getByText('You are asked').count()).toBe(0);
  }, 120_000);

  it('lists what the keyboard does, and has single keys switched off', async () => {
    const erin = await stage.arrive('erin', '/models');
    await erin.heading('Models').waitFor();
    await erin.page.keyboard.press('?');
    const sheet = erin.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Go to syncs').waitFor();
    await expectAccessible(erin, 'shortcuts', crossed);
    expect(await sheet.getByText(/approve|publish/i).count()).toBe(0);
    const on = sheet.getByRole('switch', { name: 'Single keys are shortcuts' });
    await erin.press(on, 'Space');
    await erin.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await erin.page.keyboard.type('?gs');
    await erin.page.keyboard.press('ControlOrMeta+k');
    await erin.page.getByRole('dialog').waitFor();
    expect([new URL(erin.page.url()).pathname, await sheet.count()]).toEqual(['/models', 0]);
  }, 120_000);

  it('finds resources, requests, settings and things to do', async () => {
    const vic = await stage.arrive('vic', '/runs');
    await vic.heading('Runs').waitFor();
    const { keyboard } = vic.page;
    await keyboard.press('ControlOrMeta+k');
    const search = vic.page.getByLabel('Search or do something');
    await isFocused(vic, 'input');
    expect(await vic.page.getByText('New model').count()).toBe(0);
    await search.fill('crm');
    const found = vic.page.getByRole('dialog');
    await found.getByText('CRM contacts', { exact: true }).waitFor();
    await found.getByText(/^#1 Ideal customers, CRM contacts$/).waitFor();
    await expectAccessible(vic, 'search');
    await search.fill('warehouse');
    await found.getByText('Warehouse', { exact: true }).waitFor();
    await search.fill('#1');
    // Before it is found, and while what was found before is still shown.
    await keyboard.press('Enter');
    await isAt(vic, `/approvals/${requestId}`);
    await keyboard.press('ControlOrMeta+k');
    await search.fill('<img src=x onerror=alert(1)>');
    await found.getByText('Nothing is called that.').waitFor();
    await search.fill('settings roles');
    await vic.press(search, 'Enter');
    await isAt(vic, '/settings/roles');
    await keyboard.press('ControlOrMeta+k');
    await search.fill('shortcuts');
    await vic.press(search, 'Enter');
    await vic.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  }, 120_000);

  it('leads to another workspace by a sign-in there', async () => {
    const erin = await stage.arrive('erin', '/approvals');
    await erin.button('Workspace Acme: switch').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Switch workspace' });
    await dialog.getByRole('button', { name: /Globex/ }).click();
    const password = dialog.getByLabel('Password for Globex', { exact: true });
    await password.fill('something else entirely');
    erin.expects(/^401 POST \/api\/v1\/session$/);
    await erin.press(password, 'Enter');
    await dialog.getByText('The password is wrong').waitFor();
    await expectAccessible(erin, 'workspaces', crossed);
    await password.fill(PASSWORD);
    await erin.press(password, 'Enter');
    await erin.button('Workspace Globex: switch').waitFor();
    await erin.page.getByText('Nothing waits for your review.').waitFor();
  }, 120_000);

  it('fits into 360 pixels', async () => {
    const erin = await stage.arrive('erin', '/models');
    await erin.heading('Models').waitFor();
    await erin.page.setViewportSize({ width: 360, height: 740 });
    const open = erin.button('Open navigation');
    await erin.press(open, 'Enter');
    const drawer = erin.page.getByRole('dialog', { name: 'Imprimatur' });
    await drawer.getByRole('link', { name: 'Syncs' }).waitFor();
    expect([await erin.overflow(), await erin.accessibilityViolations()]).toEqual([0, []]);
    await drawer.getByRole('link', { name: 'Syncs' }).press('Enter');
    await isAt(erin, '/syncs');
    await drawer.waitFor({ state: 'hidden' });
    await open.click();
    await drawer.getByRole('button', { name: /^Erin/ }).click();
    await erin.page.getByRole('menuitem', { name: 'Notification preferences' }).waitFor();
    expect([await erin.overflow(), await erin.accessibilityViolations()]).toEqual([0, []]);
    await erin.page.getByRole('menuitem', { name: 'Notification preferences' }).click();
    await isAt(erin, '/preferences');
    await drawer.waitFor({ state: 'hidden' });
    await erin.button('Search').click();
    await erin.page.getByLabel('Search or do something').fill('Ideal');
    await erin.page.getByRole('dialog').getByText('Ideal customers', { exact: true }).click();
    await erin.page.waitForURL(/\/models\//);
    expect(await erin.overflow()).toBe(0);
  }, 120_000);
});
