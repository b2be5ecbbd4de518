import { PASSWORD, type Player } from '../e2e/world.ts';
import { ReviewDesk } from './review-desk.ts';
import { Typist } from './typist.ts';
import { useConsole } from './use-console.ts';

const EVERYBODY = 'select id, email\nfrom people\norder by id';
const PAYING = `select id, email\nfrom people\nwhere plan = 'pro'\norder by id`;

describe('by keyboard alone, requests', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  beforeAll(async () => {
    desk = await ReviewDesk.set(stage.world, stage.acme);
  }, 60_000);

  const sit = (player: Player, path: string): Promise<Typist> => Typist.sitDown(stage, player, path);

  it('are found in the inbox, talked about, and denied with the draft kept', async () => {
    const first = await desk.asked(await desk.published('First', EVERYBODY), PAYING);
    await desk.asked(await desk.published('Second', EVERYBODY), PAYING);
    const typist = await sit('erin', '/approvals');
    await typist.the('link', 'First').waitFor();
    await typist.press('j');
    await typist.isOn('link', 'Second');
    await typist.press('j');
    await typist.isOn('link', 'First');
    await typist.press('k');
    await typist.isOn('link', 'Second');
    await typist.press('j', 'Enter');
    await typist.opens('First');
    await typist.isSomewhere();
    await typist.press('c');
    await typist.page.getByLabel('Write a comment').and(typist.page.locator(':focus')).waitFor();
    await typist.page.keyboard.type('Why now?');
    await typist.activate('button', 'Comment');
    await typist.the('tab', 'Activity (2)').waitFor();
    await typist.isOn('textbox', 'Write a comment');
    await typist.activate('button', 'Deny', 'Shift+Tab');
    await typist.isAsked('Deny this request');
    await typist.press('Escape');
    await typist.isOn('button', 'Deny');
    await typist.press('Enter');
    await typist.isAsked('Deny this request');
    await typist.write('Comment', 'Not before the summer');
    await typist.activate('button', 'Withdraw request');
    await typist.isAt('Erin withdrew the request.');
    expect(await desk.status(first)).toBe('withdrawn');
  }, 60_000);

  it('for what was never published are denied with the draft deleted, once its name is typed', async () => {
    const requestId = await desk.askedForNew('Never published', PAYING);
    const typist = await sit('erin', `/approvals/${requestId}`);
    await typist.opens('Never published');
    await typist.activate('button', 'Deny');
    await typist.isAsked('Deny this request');
    await typist.tabTo(typist.the('radio', 'Withdraw request'));
    await typist.arrowTo('radio', 'Delete draft');
    await typist.write('Type “Never published” to confirm', 'Never published');
    await typist.write('Comment', 'Not needed');
    await typist.activate('button', 'Delete draft');
    await typist.isAt('Erin deleted the draft.');
    expect(await desk.status(requestId)).toBe('draft_deleted');
  }, 60_000);

  it('are talked about on and decided after the session has ended in mid-sentence', async () => {
    const requestId = await desk.asked(await desk.published('Interrupted', EVERYBODY), PAYING);
    const typist = await sit('erin', `/approvals/${requestId}`);
    await typist.opens('Interrupted');
    await typist.press('c');
    await typist.page.getByLabel('Write a comment').and(typist.page.locator(':focus')).waitFor();
    await typist.page.keyboard.type('Half a thought');
    typist.visitor.expects(/^401 /);
    await typist.page.context().clearCookies();
    await typist.press('Control+Enter');
    const ended = await typist.isAsked('Your session has ended');
    await typist.write('Password', PASSWORD);
    await typist.press('Enter');
    await ended.waitFor({ state: 'detached' });
    await typist.page.getByLabel('Write a comment').and(typist.page.locator(':focus')).waitFor();
    await typist.page.keyboard.type(', and the rest');
    await typist.press('Control+Enter');
    await typist.shows('Half a thought, and the rest');
    await typist.the('tab', 'Activity (2)').waitFor();
    await typist.activate('button', 'Approve & publish', 'Shift+Tab');
    await typist.isAsked('Approve & publish');
    await typist.activate('button', 'Approve & publish');
    await typist.isAt(/Interrupted v2 is live/);
    expect(await desk.status(requestId)).toBe('published');
  }, 60_000);
});
