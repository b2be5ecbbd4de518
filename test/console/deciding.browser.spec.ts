import { eventually } from '@imprimatur/testing';
import { crossed, expectAccessible, useConsole } from './use-console.ts';
import { ReviewDesk } from './review-desk.ts';
import type { Visitor } from './visitor.ts';

const EVERYBODY = 'select id, email\nfrom people\norder by id';
const PAYING = `select id, email\nfrom people\nwhere plan = 'pro'\norder by id`;

describe('deciding in the console', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  beforeAll(async () => {
    desk = await ReviewDesk.set(stage.world, stage.acme);
  }, 120_000);

  const shows = ({ page }: Visitor, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  const confirm = async (visitor: Visitor, action: string): Promise<void> => {
    await visitor.button(action).click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: action }).click();
  };

  it('shows a request that is being created until it is there, and says when there is none', async () => {
    const requestId = await desk.asked(await desk.published('Being created', EVERYBODY), PAYING);
    const dana = (await stage.arrive('dana', '/approvals')).expects(/^404 GET .*approval-requests/);
    await dana.page.getByRole('tab', { name: 'Created by me' }).waitFor();
    let isHeldBack = true;
    await dana.page.route(`**/api/v1/approval-requests/${requestId}`, (route) => {
      const body = JSON.stringify({ status: 404, code: 'not-found', title: 'Not found', detail: '', requestId: '' });
      return isHeldBack
        ? route.fulfill({ status: 404, contentType: 'application/problem+json', body })
        : route.fallback();
    });
    await dana.page.goto(`/approvals/${requestId}`);
    await dana.heading('The request is being created').waitFor();
    await expectAccessible(dana, 'being-created', crossed);
    isHeldBack = false;
    await dana.heading('Being created').waitFor();
    await dana.button('Withdraw request').waitFor();
    await dana.page.goto('/approvals/019366f1-7a00-7abc-8def-0123456789ab');
    await dana.heading('There is no such request for you').waitFor();
    await expectAccessible(dana, 'no-such-request', crossed);
  }, 120_000);

  it('takes two votes where two are required, and says whose counted', async () => {
    await desk.settings({ requiredApprovals: 2 });
    const heard = `select settings->>'requiredApprovals' as votes from access_workspace where id = $1`;
    await eventually(async () => {
      const rows = await stage.world.app('resources').dataSource.query<object[]>(heard, [stage.acme.workspaceId]);
      expect(rows).toEqual([{ votes: '2' }]);
    });
    const modelId = await desk.published('Quorum', EVERYBODY);
    const requestId = await desk.asked(modelId, PAYING, { reviewers: ['erin', 'ben'] });
    await desk.settings({ requiredApprovals: 1 });
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await shows(erin, '0 of 2 approvals given');
    await erin.button('Publish now').waitFor();
    await erin.button('Approve & publish').click();
    await shows(erin, /After yours, 1 more approval is needed/);
    await erin.page.getByRole('dialog').getByRole('button', { name: 'Approve & publish' }).click();
    await shows(erin, 'Your approval counts. One approval is needed.');
    await shows(erin, '1 of 2 approvals given');
    await expectAccessible(erin, 'voted', crossed);
    const ben = await stage.arrive('ben', `/approvals/${requestId}`);
    await ben.page.getByRole('complementary', { name: 'Decision' }).getByText('approved', { exact: true }).waitFor();
    await confirm(ben, 'Approve & publish');
    await shows(ben, /Quorum v2 is live\. Approved by Erin and Ben\./);
    await shows(erin, /Quorum v2 is live\. Approved by Erin and Ben\./);
  }, 120_000);

  it('keeps a withdrawn draft, says where it goes on, and that it was submitted again', async () => {
    const modelId = await desk.published('Withdrawn', EVERYBODY);
    const requestId = await desk.asked(modelId, PAYING);
    const dana = await stage.arrive('dana', `/approvals/${requestId}`);
    await confirm(dana, 'Withdraw request');
    await shows(dana, 'Dana withdrew the request. The draft is kept and can be submitted again.');
    const edit = dana.page.getByRole('link', { name: 'Edit the draft' });
    expect(await edit.getAttribute('href')).toBe(`/models/${modelId}/edit`);
    await expectAccessible(dana, 'withdrawn', crossed);
    const again = await desk.askedAgain(modelId, 2);
    const link = dana.page.getByRole('link', { name: /^View request #/ });
    await link.click();
    await dana.page.waitForURL(`**/approvals/${again}`);
    await dana.button('Withdraw request').waitFor();
  }, 120_000);

  it('deletes the draft of what was never published only when its name is typed, with a reason', async () => {
    const requestId = await desk.askedForNew('Never published', PAYING);
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await erin.button('Deny').click();
    const dialog = erin.page.getByRole('dialog', { name: 'Deny this request' });
    await dialog.getByRole('radio', { name: 'Delete draft' }).click();
    const remove = dialog.getByRole('button', { name: 'Delete draft' });
    await dialog.getByLabel('Comment').fill('<img src=x onerror=alert(1)> Not \u202eneeded 🙅');
    await remove.and(erin.page.locator(':disabled')).waitFor();
    await dialog.getByLabel('Comment').press('Control+Enter');
    await dialog.getByLabel('Type “Never published” to confirm').fill('Never published');
    await expectAccessible(erin, 'delete-draft', crossed);
    await remove.click();
    await shows(erin, 'Erin deleted the draft. What was published is unchanged.');
    await erin.page.getByRole('tab', { name: /^Activity/ }).click();
    await shows(erin, '<img src=x onerror=alert(1)> Not');
    await expectAccessible(erin, 'draft-deleted', crossed);
    expect(await desk.status(requestId)).toBe('draft_deleted');
  }, 120_000);

  it('stops at what is stale, and leads to the comparison', async () => {
    const modelId = await desk.published('Overtaken', EVERYBODY);
    const requestId = await desk.asked(modelId, PAYING);
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await erin.button('Approve & publish').click();
    await desk.hotfix(modelId, 1, 'select id, email\nfrom people\nlimit 3');
    await shows(erin, 'This request cannot be approved any more.');
    await erin.page.keyboard.press('Escape');
    const compare = erin.page.getByRole('link', { name: 'Compare base, published and draft of Overtaken' });
    expect(await compare.getAttribute('href')).toBe(`/models/${modelId}/rebase`);
    await erin.button('Deny').waitFor();
    expect(await erin.button('Approve & publish').count()).toBe(0);
    await expectAccessible(erin, 'stale', crossed);
  }, 120_000);

  it('says why publishing failed, item by item, and takes another try', async () => {
    const modelId = await desk.published('Failing', EVERYBODY);
    const requestId = await desk.asked(modelId, PAYING);
    const mend = await desk.tampered(modelId);
    const erin = await stage.arrive('erin', `/approvals/${requestId}`);
    await confirm(erin, 'Approve & publish');
    await shows(erin, 'It could not be published. Nothing went live.');
    await shows(erin, /What was approved is not what is in review\./);
    await erin.button('Deny').waitFor();
    await expectAccessible(erin, 'publish-failed', crossed);
    await mend();
    await erin.button('Retry').click();
    await shows(erin, /Failing v2 is live/);
  }, 120_000);

  it('says to the slower of two who was faster, and what came of it', async () => {
    const requestId = await desk.asked(await desk.published('Contested', EVERYBODY), PAYING);
    const [erin, ada] = [
      (await stage.arrive('erin', `/approvals/${requestId}`)).expects(/^409 POST .*approve$/),
      await stage.arrive('ada', `/approvals/${requestId}`),
    ];
    await erin.button('Approve & publish').click();
    const late = erin.page.getByRole('dialog').getByRole('button', { name: 'Approve & publish' });
    await late.waitFor();
    // Nobody tells Erin in time.
    let isDeaf = true;
    await erin.page.route(`**/api/v1/approval-requests/${requestId}`, (route) =>
      isDeaf ? route.abort('aborted') : route.fallback(),
    );
    await ada.button('Deny').click();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Withdraw request' }).click();
    await shows(ada, 'Ada withdrew the request.');
    isDeaf = false;
    await late.click();
    const notice = erin.page.getByText('Ada was faster. What you see now is their decision.');
    await notice.waitFor();
    await shows(erin, 'Your decision was not counted.');
    await shows(erin, /Ada withdrew the request/);
    await erin.page.locator(':focus', { hasText: 'Ada was faster' }).waitFor();
    await expectAccessible(erin, 'overtaken', crossed);
  }, 120_000);

  it('counts no vote for content that was not shown', async () => {
    const requestId = await desk.asked(await desk.published('Exchanged', EVERYBODY), PAYING);
    const erin = (await stage.arrive('erin', `/approvals/${requestId}`)).expects(/^412 POST .*approve$/);
    await erin.page.route('**/approve', (route) =>
      route.continue({ headers: { ...route.request().headers(), 'if-match': `"${'0'.repeat(64)}"` } }),
    );
    await confirm(erin, 'Approve & publish');
    await shows(erin, 'What you had reviewed has changed. What you see now is what would be published.');
    expect(await desk.status(requestId)).toBe('pending');
  }, 120_000);

  it('shows of an item that one may not view nothing but that it is there', async () => {
    const shown = await desk.published('In the open', EVERYBODY);
    const hidden = await desk.published('Salaries', EVERYBODY, desk.sources.finance);
    const requestId = await desk.askedForAll([shown, hidden], PAYING);
    await desk.narrow('vic', desk.sources.warehouse);
    const vic = await stage.arrive('vic', '/approvals?tab=open&q=In%20the%20open');
    await vic.page.getByRole('link', { name: 'In the open and 1 item more' }).click();
    await vic.page.waitForURL(`**/approvals/${requestId}`);
    await shows(vic, 'An item you may not view');
    await shows(vic, /^You cannot approve\./);
    expect(await vic.page.locator('main').innerText()).not.toContain('Salaries');
    await expectAccessible(vic, 'hidden-item', crossed);
  }, 120_000);
});
