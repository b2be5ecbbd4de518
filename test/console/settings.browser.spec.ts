import { Session } from '../e2e/session.ts';
import { PASSWORD } from '../e2e/world.ts';
import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, notSignedIn, useConsole } from './use-console.ts';

describe('the settings of the workspace', () => {
  const stage = useConsole();

  it('require approvals once saved, and say before what it means', async () => {
    const ada = await stage.arrive('ada', '/settings');
    await ada.heading('Workspace').waitFor();
    const effect = ada.page.getByRole('complementary', { name: 'What it means' });
    await effect.getByRole('row', { name: 'can save nothing: they only draft, and approvals are off 1' }).waitFor();
    await effect.getByText('There are no open requests.').waitFor();
    await ada.page.getByRole('switch', { name: 'Require approvals' }).click({ force: true });
    await effect.getByRole('row', { name: 'must request approval 0 1' }).waitFor();
    await ada.page.getByText('Changed, was: Off').waitFor();
    await ada.page.getByText('1 change', { exact: true }).waitFor();
    await expectAccessible(ada, 'settings-changed');
    await ada.button('Save').click();
    const saved = ada.page.getByText('Saved.');
    await saved.waitFor();
    await ada.holdsFocus(saved);
    await ada.page.reload();
    await ada.page.getByRole('switch', { name: 'Require approvals', checked: true }).waitFor();
  }, 120_000);

  it('are changed by keyboard alone, discarded and taken back, and not lost by leaving', async () => {
    const ada = await stage.arrive('ada', '/settings/workspace');
    const { keyboard } = ada.page;
    await ada.press(ada.page.getByRole('combobox', { name: 'Approvals needed' }), 'ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await ada.page.getByRole('radio', { name: 'Never' }).and(ada.page.locator(':checked')).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.type('Europe/Berl');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await ada.page.getByText('4 changes').waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await ada.page.getByText('Discarded.').waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await ada.page.getByText('4 changes').waitFor();
    await ada.page.getByRole('link', { name: 'Roles' }).click();
    await ada.page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await expectAccessible(ada, 'leaving', crossed);
    await ada.button('Cancel').click();
    await keyboard.press('Control+s');
    await ada.page.getByText('Saved.').waitFor();
    const { body } = await (await Session.of(stage.world, stage.acme, 'ada')).get('/workspace').expect(200);
    expect(body.settings).toEqual({
      requireApprovals: true,
      selfApproval: 'never',
      requiredApprovals: 2,
      modelDraftPolicy: 'run_published',
      timeZone: 'Europe/Berlin',
    });
  }, 120_000);

  it('show both sides where two admins change them at once, and keep what each one wants', async () => {
    const ada = (await stage.arrive('ada', '/settings/workspace')).expects(/^412 PATCH/);
    await ada.page.getByRole('combobox', { name: 'Approvals needed' }).selectOption('4 approvals');
    await ada.page.getByRole('radio', { name: 'Always' }).check();
    const other = await Session.of(stage.world, stage.acme, 'ada');
    const { headers } = await other.get('/workspace').expect(200);
    const theirs = { requiredApprovals: 1, timeZone: 'Asia/Tokyo' };
    await other
      .patch('/workspace/settings', theirs)
      .set('if-match', headers.etag as string)
      .expect(200);
    await ada.button('Save').click();
    await ada.heading('Somebody else has changed the settings meanwhile').waitFor();
    await ada.page.getByRole('row', { name: 'Approvals needed 1 approval 4 approvals' }).waitFor();
    await expectAccessible(ada, 'settings-overtaken', crossed);
    await ada.look('narrow', 'light');
    await ada.button('Keep my 2 changes').click();
    await ada.button('Save').click();
    await ada.page.getByText('Saved.').waitFor();
    const { body } = await other.get('/workspace').expect(200);
    expect(body.settings).toMatchObject({ selfApproval: 'always', requiredApprovals: 4, timeZone: 'Asia/Tokyo' });
  }, 120_000);

  it('count the requests that would lose their approvers', async () => {
    await changedModel(stage.world, stage.acme);
    const ada = await stage.arrive('ada', '/settings/workspace');
    const effect = ada.page.getByRole('complementary', { name: 'What it means' });
    await effect.getByText('1 request stays open and can still be decided.').waitFor();
    await ada.page.getByRole('combobox', { name: 'Approvals needed' }).selectOption('5 approvals');
    await ada.page.getByText('Changed, was: 4 approvals').waitFor();
    const stays = effect.getByText('1 request stays open and can still be decided.');
    await stays.waitFor();
    expect(await stays.count()).toBe(1);
    await ada.button('Discard').click();
  }, 120_000);

  it('can be looked at by others, who are told who may change them', async () => {
    const vic = await stage.arrive('vic', '/settings/workspace');
    await vic.page.getByText('The role Workspace viewer may look at these settings, but not change them.').waitFor();
    await vic.page.getByText('Members with one of these roles can: Admin.').waitFor();
    expect(await vic.page.getByRole('switch', { name: 'Require approvals' }).isDisabled()).toBe(true);
    await expectAccessible(vic, 'settings-read-only', crossed);
  }, 120_000);

  it('cannot require approvals on another plan than Business, and say so before and after', async () => {
    const solo = await stage.world.workspace('solo', 'free');
    const ada = (await stage.enter()).expects(...notSignedIn, /^409 PATCH/);
    await ada.page.goto('/settings/workspace');
    await ada.signIn(solo.mailOf('ada'), PASSWORD, solo.slug);
    await ada.page.getByText('Needs the plan Business; this workspace has Free.').waitFor();
    await ada.page.getByRole('switch', { name: 'Require approvals' }).click({ force: true });
    await ada.button('Save').click();
    await ada.page.getByText('Approvals cannot be required on this plan').waitFor();
    await expectAccessible(ada, 'settings-plan-refused', crossed);
    await ada.button('Discard').click();
    await ada.page.getByRole('switch', { name: 'Require approvals', checked: false }).waitFor();
  }, 120_000);
});
