import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import { switchApprovalsOn } from './role-desk.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Egnp.exe 🦊 ' + 'long'.repeat(30);

describe('the roles of the workspace', () => {
  const stage = useConsole();
  let ada: Session;
  let sourceId: string;

  beforeAll(async () => {
    const { world, acme } = stage;
    ada = await Session.of(world, acme, 'ada');
    await switchApprovalsOn(ada);
    const warehouse = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
    sourceId = (await eventually(() => ada.post('/sources', warehouse).expect(201))).body.id as string;
    await ada.post('/sources', { ...warehouse, name: HOSTILE }).expect(201);
    await ada.post('/destinations', { name: 'CRM', type: 'postgres', ...world.crm.connection }).expect(201);
  }, 120_000);

  it('are listed; a built-in one can be looked at and duplicated', async () => {
    const visitor = await stage.arrive('ada', '/settings/roles');
    await visitor.page
      .getByRole('row', { name: /Workspace draft editor Built-in .*draft models, draft syncs 0 1/ })
      .waitFor();
    await expectAccessible(visitor, 'roles');
    await visitor.page.getByRole('link', { name: 'Workspace draft editor' }).click();
    await visitor.heading('Workspace draft editor').waitFor();
    const panel = visitor.page.getByRole('complementary', { name: 'A member with this role will see' });
    await panel.getByText('Submit approval request', { exact: true }).waitFor();
    expect(await panel.getByText('Publish now', { exact: true }).count()).toBe(0);
    expect(await visitor.page.getByLabel('Models on all current and future sources').count()).toBe(0);
    const everywhere = visitor.page.getByRole('row', { name: 'All current and future' });
    await everywhere.getByText('Draft models & syncs').first().waitFor();
    await expectAccessible(visitor, 'role-built-in', crossed);
    await visitor.button('Duplicate').click();
    await visitor.heading('Workspace draft editor copy').waitFor();
    expect(await visitor.page.getByLabel('Models on all current and future sources').isEnabled()).toBe(true);
  }, 120_000);

  it('are made cell by cell, while the panel says what a member with them will see', async () => {
    const visitor = await stage.arrive('ada', '/settings/roles/new');
    const { page } = visitor;
    const panel = page.getByRole('complementary', { name: 'A member with this role will see' });
    await panel.getByText('No way to save here: the role changes nothing there.').waitFor();
    await page.getByLabel('Name').fill(HOSTILE);
    await page.getByLabel('Models on all current and future sources').selectOption('Publish');
    await panel.getByText('Publish now', { exact: true }).waitFor();
    const view = page.getByRole('checkbox', { name: 'View on all current and future sources' });
    expect(await view.isChecked()).toBe(true);
    expect(await view.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByText('Implied by Models').count()).toBe(1);

    await page.getByRole('combobox', { name: 'Add a source' }).click();
    await page.getByRole('option', { name: 'Warehouse' }).click();
    await page.getByText('Overrides All').waitFor();
    await page.getByText('comes to the same as “All”').first().waitFor();
    await page.getByLabel('Models on Warehouse').selectOption('Draft models & syncs');
    await page.getByLabel('Approve models & syncs on Warehouse').check();
    await panel.getByRole('combobox', { name: 'On the source' }).click();
    await page.getByRole('option', { name: 'Warehouse' }).click();
    await panel.getByText('Publish now', { exact: true }).waitFor({ state: 'detached' });
    await panel.getByText('Save as draft', { exact: true }).waitFor();
    await panel.getByText('Can approve: 1 source, no destination').waitFor();

    await page.getByRole('tab', { name: 'Destinations' }).click();
    await page.getByLabel('Approve models & syncs on all current and future destinations').check();
    await page.getByRole('checkbox', { name: 'Run on all current and future destinations' }).check();
    await panel.getByText('has no effect without the same right on a source').waitFor();
    await expectAccessible(visitor, 'role-new-destinations', crossed);
    await page.getByRole('tab', { name: 'Sources' }).click();
    await expectAccessible(visitor, 'role-new');
    await visitor.button('Create role').click();
    await visitor.heading(HOSTILE).waitFor();
    const { body } = await ada.get('/roles').expect(200);
    const made = (body.items as { name: string }[]).find(({ name }) => name === HOSTILE.trim());
    expect(made).toMatchObject({
      sources: [
        { scope: 'all', view: true, models: 'publish', approve: false },
        { scope: sourceId, view: true, models: 'draft', approve: true },
      ],
      destinations: [{ scope: 'all', view: true, approve: true, run: true }],
    });
  }, 120_000);

  it('are changed by keyboard alone', async () => {
    const visitor = await stage.arrive('ada', '/settings/roles');
    const { page } = visitor;
    const { keyboard } = page;
    await visitor.press(page.getByRole('link', { name: 'Workspace draft editor copy' }), 'Enter');
    await visitor.press(page.getByLabel('Name'), 'Tab', 'Space');
    await page.getByText('1 change', { exact: true }).waitFor();
    await visitor.type(page.getByRole('combobox', { name: 'Add a source' }), 'Ware');
    await page.getByRole('option', { name: 'Warehouse' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await visitor.holdsFocus(page.getByRole('checkbox', { name: 'View on Warehouse' }));
    for (const key of ['Tab', 'Tab', 'ArrowDown']) await keyboard.press(key);
    await page.getByText('2 changes').waitFor();
    await keyboard.press('Control+s');
    await page.getByText('Saved.').waitFor();
    await page.reload();
    expect(await page.getByLabel('Models on Warehouse').inputValue()).toBe('publish');
    await page.getByRole('button', { name: 'Remove the row of Warehouse' }).press('Enter');
    await page.getByText('1 change', { exact: true }).waitFor();
    await visitor.button('Discard').press('Enter');
    await visitor.button('Undo').waitFor();
  }, 120_000);

  it('are changed on a phone, also where a row is about something that is gone', async () => {
    const gone = { ...onAll, scope: '01920000-0000-7000-8000-00000000000a', models: 'draft' };
    const role = { name: 'Old rows', workspace: noRights, sources: [onAll, gone], destinations: [] };
    const { body } = await ada.post('/roles', role).expect(201);
    const visitor = await stage.arrive('ada', `/settings/roles/${body.id}`);
    const { page } = visitor;
    await visitor.look('narrow', 'light');
    await page.getByText('Unknown source').waitFor();
    await page.getByLabel('Models on all current and future sources').selectOption('Publish');
    await visitor.button(/^Sees: Publish now/).click();
    const panel = page.getByRole('complementary', { name: 'A member with this role will see' });
    await panel.getByText(/^Who could approve/).waitFor();
    await expectAccessible(visitor, 'role-panel-open', [['narrow', 'dark']]);
    await visitor.look('narrow', 'light');
    await visitor.button(/^Sees: Publish now/).click();
    await page.getByRole('button', { name: `Remove the row of Unknown source ${gone.scope}` }).click();
    await page.getByText('2 changes').waitFor();
    await visitor.button('Save').click();
    await page.getByText('Saved.').waitFor();
  }, 120_000);

  it('show both sides where two admins change one at once', async () => {
    const created = await ada.post('/roles/' + (await idOf('Workspace viewer')) + '/duplicate', { name: 'Contested' });
    const visitor = (await stage.arrive('ada', `/settings/roles/${created.body.id}`)).expects(/^412 PUT/);
    const { page } = visitor;
    await page.getByLabel('Models on all current and future sources').selectOption('Draft models & syncs');
    const { id, version, name, workspace, sources, destinations } = created.body;
    const theirs = { name, workspace: { ...workspace, auditLog: true }, sources, destinations };
    await ada.request('put', `/roles/${id}`).set('if-match', `"${version}"`).send(theirs).expect(200);
    await visitor.button('Save').click();
    await visitor.heading('Somebody else has changed this role meanwhile').waitFor();
    await page.getByRole('row', { name: 'On the workspace: Audit log Yes Yes' }).waitFor();
    await page
      .getByRole('row', { name: 'Models on all current and future sources None Draft models & syncs' })
      .waitFor();
    await expectAccessible(visitor, 'role-overtaken', crossed);
    await visitor.button('Keep my 1 change').click();
    await visitor.button('Save').click();
    await page.getByText('Saved.').waitFor();
    const { body } = await ada.get(`/roles/${id}`).expect(200);
    expect(body).toMatchObject({ workspace: { auditLog: true }, sources: [{ models: 'draft' }] });
  }, 120_000);

  it('are deleted once nobody has them', async () => {
    const id = await idOf('Contested');
    const { headers } = await ada.get(`/members/${stage.acme.members.vic}`).expect(200);
    await ada.patch(`/members/${stage.acme.members.vic}`, { roleId: id }).set('if-match', headers.etag as string);
    const visitor = (await stage.arrive('ada', `/settings/roles/${id}`)).expects(/^409 DELETE/);
    await visitor.button('Delete').click();
    const dialog = visitor.page.getByRole('dialog', { name: 'Delete Contested?' });
    await dialog.getByRole('button', { name: 'Delete role' }).click();
    await dialog.getByRole('link', { name: 'Vic' }).waitFor();
    await expectAccessible(visitor, 'role-in-use', crossed);
    await visitor.page.keyboard.press('Escape');
    const copy = await stage.arrive('ada', `/settings/roles/${await idOf('Workspace draft editor copy')}`);
    await copy.button('Delete').click();
    await copy.button('Delete role').click();
    await copy.heading('Roles').waitFor();
    await copy.page.getByRole('link', { name: 'Workspace draft editor copy' }).waitFor({ state: 'detached' });
  }, 120_000);

  it('grant no more than who makes them holds, and say so at the cell', async () => {
    const keeper = { name: 'Keeper', workspace: { ...noRights, roles: true }, sources: [onAll], destinations: [] };
    const { body } = await ada.post('/roles', keeper).expect(201);
    const { headers } = await ada.get(`/members/${stage.acme.members.ben}`).expect(200);
    await ada.patch(`/members/${stage.acme.members.ben}`, { roleId: body.id }).set('if-match', headers.etag as string);
    const ben = (await stage.arrive('ben', '/settings/roles/new')).expects(/^403 POST/);
    await ben.page.getByLabel('Name').fill('More than mine');
    await ben.page.getByRole('checkbox', { name: 'Run on all current and future sources' }).check();
    await ben.page.getByRole('checkbox', { name: /^Members/ }).check();
    await ben.button('Create role').click();
    await ben.page.getByText('This role would grant more than your own role does').waitFor();
    await ben.page.getByText('Run: Your own role lacks this right here').waitFor();
    await expectAccessible(ben, 'role-exceeds', crossed);
    const vic = await stage.arrive('erin', '/settings/roles');
    await vic.page.getByText('The role Workspace editor may look at roles, but not change them.').waitFor();
  }, 120_000);

  const idOf = async (name: string): Promise<string> => {
    const { body } = await ada.get('/roles').expect(200);
    return (body.items as { id: string; name: string }[]).find((role) => role.name === name)!.id;
  };
});

const noRights = { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false };
const onAll = { scope: 'all', view: true, configure: false, models: 'none', syncs: 'none', approve: false, run: false };
