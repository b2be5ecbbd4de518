import { PASSWORD } from '../e2e/world.ts';
import { Session } from '../e2e/session.ts';
import { changedModel } from './changed-model.ts';
import { expectAccessible, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

/** What nothing but the live stream can do: everything else asks every half minute at most. */
const AT_ONCE_MS = 15_000;
const BANNER = 'Live updates are interrupted; checking every 30 seconds.';

describe('the console, live', () => {
  const stage = useConsole();
  let requestId: string;
  beforeAll(async () => {
    ({ requestId } = await changedModel(stage.world, stage.acme));
  }, 120_000);

  const comment = async (text: string): Promise<void> => {
    const dana = await Session.of(stage.world, stage.acme, 'dana');
    await dana.post(`/approval-requests/${requestId}/comments`, { text }).expect(201);
  };
  const readsActivity = async (visitor: Visitor): Promise<void> => {
    await visitor.page.getByRole('tab', { name: /^Activity/ }).click();
    await visitor.page.getByLabel('Write a comment').waitFor();
    await streamIsOpen(visitor);
  };
  /** As the server sees it. */
  const streamIsOpen = async ({ page }: Visitor): Promise<void> => {
    await page.locator('[data-live="live"]').waitFor({ state: 'attached' });
  };
  const shows = ({ page }: Visitor, text: string, within = AT_ONCE_MS): Promise<void> =>
    page.getByText(text).first().waitFor({ timeout: within });

  it('shows one member what another does, without reloading', async () => {
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await readsActivity(erin);
    await erin.page.evaluate(() => (document.documentElement.dataset['seen'] = 'before'));
    const ben = await stage.arrive('ben', `/approvals/${requestId}`);
    await readsActivity(ben);
    await ben.page.getByLabel('Write a comment').fill('Shall we?');
    await ben.button('Comment').click();
    await shows(erin, 'Shall we?');
    expect(await erin.page.evaluate(() => document.documentElement.dataset['seen'])).toBe('before');
  }, 120_000);

  it('counts what waits for review as it comes', async () => {
    const ada = await stage.arrive('ada', '/runs');
    const approvals = ada.page.getByRole('link', { name: /^Approvals/ });
    await approvals.getByText('1 to review').waitFor();
    await streamIsOpen(ada);
    const { acme, world } = stage;
    const [admin, dana] = [await Session.of(world, acme, 'ada'), await Session.of(world, acme, 'dana')];
    const { body: sources } = await admin.get('/sources').expect(200);
    const content = {
      query: 'select 1 as id',
      configuration: { primaryKey: 'id' },
      columns: [{ name: 'id', type: 'integer' }],
    };
    const model = { name: 'Ones', sourceId: sources.items[0].id as string, content, action: 'submit' };
    await dana.post('/models', { ...model, reviewers: [acme.members.ada] }).expect(201);
    await approvals.getByText('2 to review').waitFor({ timeout: AT_ONCE_MS });
  }, 120_000);

  it('says that it is interrupted, and goes on with what was missed', async () => {
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await readsActivity(erin);
    erin.expects(/ERR_INTERNET_DISCONNECTED/);
    await erin.page.context().setOffline(true);
    await erin.page.getByText(BANNER).waitFor();
    await expectAccessible(erin, 'live-interrupted');
    await comment('While you were away');
    await erin.page.context().setOffline(false);
    await shows(erin, 'While you were away');
    await erin.page.getByText(BANNER).waitFor({ state: 'hidden' });
    await comment('And now');
    await shows(erin, 'And now');
  }, 120_000);

  it('shares one stream among the tabs of a browser, and passes it on', async () => {
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await readsActivity(erin);
    const streams: string[] = [];
    erin.page.context().on('request', (request) => {
      if (request.resourceType() === 'eventsource') streams.push(request.url());
    });
    const second = await erin.page.context().newPage();
    await second.goto(`/approvals/${requestId}`);
    await second.locator('[data-live="live"]').waitFor({ state: 'attached' });
    await second.getByRole('tab', { name: /^Activity/ }).click();
    await comment('To both tabs');
    await Promise.all(
      [erin.page, second].map((page) => page.getByText('To both tabs').waitFor({ timeout: AT_ONCE_MS })),
    );
    expect(streams).toEqual([]);
    await erin.page.close();
    await comment('To the one that is left');
    await second.getByText('To the one that is left').waitFor({ timeout: AT_ONCE_MS });
    expect(streams).toHaveLength(1);
  }, 120_000);

  it('asks for the password when the session ends over half a comment, which stays, and is live again', async () => {
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await readsActivity(erin);
    await erin.page.getByLabel('Write a comment').fill('Half a thought');
    erin.expects(/^401 /);
    await erin.page.context().clearCookies();
    const { dataSource } = stage.world.app('notifications');
    const ended = 'update access_member set seq = seq + 1, tokens_from_seq = seq + 1 where id = $1';
    await dataSource.query(ended, [stage.acme.members.erin]);
    const dialog = erin.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dataSource.query('update access_member set seq = seq - 1, tokens_from_seq = 1 where id = $1', [
      stage.acme.members.erin,
    ]);
    await erin.press(dialog.getByLabel('Password', { exact: true }), 'Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await erin.page.getByLabel('Write a comment').inputValue()).toBe('Half a thought');
    await streamIsOpen(erin);
    await comment('Welcome back');
    await shows(erin, 'Welcome back');
  }, 120_000);
});
