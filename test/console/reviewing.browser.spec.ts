import type { Browser } from 'playwright-core';
import { PASSWORD, type Place } from '../e2e/world.ts';
import { changedModel } from './changed-model.ts';
import { consoleWorld, type ConsoleWorld } from './console-world.ts';
import { startBrowser, Visitor, type Scheme, type Size } from './visitor.ts';

const notSignedIn = [/^401 GET \/api\/v1\/session$/, /^401 POST \/api\/v1\/session\/refresh$/];
const looks: [Size, Scheme][] = [
  ['wide', 'light'],
  ['wide', 'dark'],
  ['narrow', 'light'],
  ['narrow', 'dark'],
];

describe('reviewing in the console', () => {
  let world: ConsoleWorld;
  let browser: Browser;
  let acme: Place;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
    acme = await world.workspace('acme', 'business');
    await changedModel(world, acme);
  }, 120_000);
  afterEach(async () => {
    const mishaps = visitors.flatMap((visitor) => visitor.mishaps());
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    visitors = [];
    if (mishaps.length > 0) throw new Error(`What nobody expected:\n${mishaps.join('\n')}`);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const enter = async (): Promise<Visitor> => {
    const visitor = await Visitor.enter(browser, world.origin);
    visitors.push(visitor);
    return visitor;
  };
  const signedIn = async (path: string): Promise<Visitor> => {
    const erin = (await enter()).expects(...notSignedIn);
    await erin.page.goto(path);
    await erin.signIn(acme.mailOf('erin'), PASSWORD, acme.slug);
    return erin;
  };
  const linkMailedToErin = async (): Promise<string> => {
    const mail = await world.mails.next(({ recipients }) => recipients.includes(acme.mailOf('erin')), 20_000);
    return /http:\S+\/approvals\/[\w-]+/.exec(mail.text ?? '')![0];
  };
  /** Every look at one page, each with what axe finds and how far it overflows. */
  const expectAccessible = async (visitor: Visitor, name: string): Promise<void> => {
    for (const [size, scheme] of looks) {
      await visitor.look(size, scheme);
      const shots = process.env.CONSOLE_SCREENSHOTS;
      if (shots) await visitor.page.screenshot({ path: `${shots}/${name}-${size}-${scheme}.png`, fullPage: true });
      const found = { violations: await visitor.accessibilityViolations(), overflow: await visitor.overflow() };
      expect([size, scheme, found]).toEqual([size, scheme, { violations: [], overflow: 0 }]);
    }
  };

  it('lets nobody in who is not known, and says so on a page that all can use', async () => {
    const stranger = (await enter()).expects(...notSignedIn, /^401 POST \/api\/v1\/session$/);
    await stranger.page.goto('/approvals');
    await stranger.heading('Sign in').waitFor();
    await expectAccessible(stranger, 'sign-in');
    await stranger.signIn('nobody@acme.example', 'not a password', 'acme');
    await stranger.page.getByRole('alert').getByText('Email, password or workspace is wrong').waitFor();
    await expectAccessible(stranger, 'sign-in-refused');
  }, 60_000);

  it('shows what waits in an inbox whose filters stand in the address', async () => {
    const erin = await signedIn('/approvals?q=Ideal');
    const row = erin.page.getByRole('link', { name: 'Ideal customers and CRM contacts' });
    await row.waitFor();
    expect(await erin.page.getByRole('searchbox', { name: 'Search requests' }).inputValue()).toBe('Ideal');
    expect(await erin.page.getByRole('link', { name: /^Approvals/ }).innerText()).toContain('1 to review');
    await expectAccessible(erin, 'inbox');
    await erin.look('wide', 'light');
    await erin.page.getByRole('searchbox', { name: 'Search requests' }).fill('nothing like it');
    await erin.page.getByText('No request matches.').waitFor();
    expect(new URL(erin.page.url()).searchParams.get('q')).toBe('nothing like it');
    await erin.button('Clear filters').click();
    await row.waitFor();
    await erin.page.getByRole('tab', { name: 'Closed' }).click();
    await erin.page.getByText('No request has been decided yet.').waitFor();
    await erin.page.reload();
    await erin.page.getByRole('tab', { name: 'Closed', selected: true }).waitFor();
  }, 60_000);

  it('leads from the link in the mail by sign-in to the change, and publishes it when Erin confirms', async () => {
    const erin = await signedIn(await linkMailedToErin());
    await erin.heading('Ideal customers and CRM contacts').waitFor();
    await erin.page.getByText('Excludes trial accounts, as agreed with Sales.').first().waitFor();
    const added = erin.page.getByRole('row', { name: "added and c.plan <> 'trial'" });
    await added.waitFor();
    await erin.page.getByRole('table', { name: '1 line added, 0 lines removed' }).waitFor();
    await erin.page.getByText('daily at 14:00 (Europe/Berlin)').first().waitFor();
    await expectAccessible(erin, 'review');

    await erin.look('wide', 'light');
    await erin.button('Deny').click();
    await erin.page.getByRole('dialog', { name: 'Deny this request' }).waitFor();
    await expectAccessible(erin, 'deny');
    await erin.look('wide', 'light');
    await erin.button('Cancel').click();

    await erin.button('Approve & publish').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Approve & publish' });
    await dialog.getByText('Ideal customers v2').waitFor();
    await dialog.getByText('CRM contacts v2').waitFor();
    await expectAccessible(erin, 'approve');
    await erin.look('wide', 'light');
    await dialog.getByRole('button', { name: 'Approve & publish' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const story = erin.page.getByText('Ideal customers v2 and CRM contacts v2 are live. Approved by Erin.');
    await story.waitFor();
    await erin.page.getByText('Published', { exact: true }).first().waitFor();
    expect(await story.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await erin.button('Approve & publish').count()).toBe(0);
    await expectAccessible(erin, 'published');
  }, 120_000);
});
