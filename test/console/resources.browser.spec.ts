import { changedModel } from './changed-model.ts';
import { Session } from '../e2e/session.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const HOSTILE = 'Lake <img src=x onerror=alert(1)> \u202Eekal 🦊';

describe('connections, audiences and journeys in the console', () => {
  const stage = useConsole();
  beforeAll(() => changedModel(stage.world, stage.acme), 120_000);

  it('adds a source by keyboard, tests it, and keeps its password', async () => {
    const { settings, credentials } = stage.world.warehouse.connection;
    const { host, port, database, user, ssl = 'require' } = settings as Record<string, string>;
    const ada = await stage.arrive('ada', '/sources');
    const { keyboard } = ada.page;
    await ada.page.getByRole('link', { name: 'Warehouse' }).waitFor();
    await expectAccessible(ada, 'sources');
    await ada.press(ada.page.getByRole('link', { name: 'New source' }), 'Enter');
    await ada.heading('New source').waitFor();
    await ada.press(ada.button('Create source'), 'Enter');
    await ada.page.getByText('This is needed.').first().waitFor();
    await expectAccessible(ada, 'source-new');
    const fill = async (label: string, value: string): Promise<void> => {
      await ada.press(ada.page.getByLabel(label, { exact: true }), 'Control+a');
      await keyboard.type(value);
    };
    await fill('Name', HOSTILE);
    await fill('Host', host!);
    await fill('Port', String(port));
    await fill('Database', database!);
    await fill('User', user!);
    await fill('Password', 'wrong');
    await ada.page.getByLabel('Encryption').selectOption(ssl);
    await ada.press(ada.button('Create source'), 'Enter');
    await ada.page.getByText('Nothing you may view uses it.').waitFor();
    expect(await ada.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await fill('Password', credentials.password);
    await ada.press(ada.page.getByLabel('Password', { exact: true }), 'Enter');
    await ada.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await ada.press(ada.button('Test connection'), 'Enter');
    await ada.page.getByText('It connects.').waitFor();
    await expectAccessible(ada, 'source');

    await fill('Host', 'nowhere.invalid');
    await ada.page.getByText('Type the password as well').waitFor();
    ada.expects(/^4\d\d PATCH /);
    await ada.button('Save').click();
    await ada.page.getByText('is needed when the settings change').waitFor();
    await fill('Password', 'whatever');
    await ada.button('Save').click();
    await ada.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await ada.button('Test connection').click();
    await ada.page.getByText('It does not connect.').waitFor();
    await expectAccessible(ada, 'source-does-not-connect', crossed);

    await ada.button('Delete source').click();
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await ada.heading('Sources').waitFor();
    await ada.page.getByRole('link', { name: 'Warehouse' }).waitFor();
    await ada.page.getByText('Lake').waitFor({ state: 'detached' });
  }, 180_000);

  it('says what keeps a destination from being deleted, and what a role may not', async () => {
    const ada = await stage.arrive('ada', '/destinations?q=crm');
    await ada.page.getByRole('link', { name: 'CRM' }).click();
    await ada.page.getByRole('link', { name: 'CRM contacts' }).waitFor();
    ada.expects(/^409 DELETE /);
    await ada.button('Delete destination').click();
    const dialog = ada.page.getByRole('dialog', { name: 'Delete CRM' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('These refer to it.').waitFor();
    await dialog.getByRole('link', { name: 'CRM contacts' }).waitFor();
    await expectAccessible(ada, 'destination-in-use', crossed);

    const vic = await stage.arrive('vic', '/sources');
    await vic.page.getByRole('link', { name: 'Warehouse' }).click();
    await vic.page.getByText('Your role may use this source').waitFor();
    expect(await vic.button('Delete source').count()).toBe(0);
    await expectAccessible(vic, 'source-forbidden', crossed);
    await vic.page.goto('/sources/new');
    await vic.page.getByText('A member whose role configures all of them can add one.').waitFor();
    await vic.button('Create source').and(vic.page.locator(':disabled')).waitFor();
  }, 120_000);

  it('publishes audiences and journeys immediately, and says so', async () => {
    const erin = await stage.arrive('erin', '/audiences');
    const { page } = erin;
    const { keyboard } = page;
    await page.getByText('There are no audiences you may view.').waitFor();
    await expectAccessible(erin, 'audiences-none', crossed);
    await erin.press(page.getByRole('link', { name: 'New audience' }), 'Enter');
    await page.getByLabel('Name').fill(HOSTILE);
    await erin.button('Create and publish').click();
    await page.getByText('This is needed.').waitFor();
    await erin.type(page.getByRole('combobox', { name: 'Model' }), 'Ideal');
    await page.getByRole('option', { name: 'Ideal customers' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await erin.button('Add condition').click();
    await page.getByLabel('Column of condition 1').selectOption('plan');
    await page.getByLabel('Value of condition 1').fill('enterprise');
    await page.getByText('Goes live immediately.').waitFor();
    await expectAccessible(erin, 'audience-new');
    await erin.press(erin.button('Create and publish'), 'Enter');
    await page.getByText('Erin published version 1').waitFor();
    const audienceId = new URL(page.url()).pathname.split('/').pop()!;

    await page.getByLabel('Comparison of condition 1').selectOption('is_not_empty');
    await erin.button('Save and publish').click();
    await page.getByText('Saved, and live.').waitFor();
    await page.getByText('Erin published version 2').waitFor();
    await expectAccessible(erin, 'audience');

    await page.goto('/journeys/new');
    await page.getByLabel('Name').fill('Welcome');
    await page.getByRole('combobox', { name: 'Begins with' }).fill('Lake');
    await page.getByRole('option', { name: /^Lake/ }).click();
    await erin.button('Add a destination').click();
    await page.getByRole('combobox', { name: 'Destination of step 2' }).fill('CR');
    await page.getByRole('option', { name: 'CRM' }).click();
    await page.getByLabel('Object of step 2').fill('contacts');
    await erin.press(erin.button('Move step 2 up'), 'Enter');
    await page.getByLabel('Object of step 1').waitFor();
    await expectAccessible(erin, 'journey-new');
    await erin.button('Create and publish').click();
    await page.getByText('Erin published version 1').waitFor();
    await expectAccessible(erin, 'journey', crossed);
    await page.getByRole('link', { name: 'Journeys' }).last().click();
    await page.getByRole('row', { name: /^Welcome/ }).waitFor();
    await expectAccessible(erin, 'journeys');

    await page.goto(`/audiences/${audienceId}`);
    erin.expects(/^409 DELETE /);
    await erin.button('Delete audience').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Welcome' }).click();
    await erin.button('Delete journey').click();
    await page.getByRole('dialog', { name: 'Delete Welcome' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are no journeys you may view.').waitFor();
  }, 180_000);

  it('keeps what was typed into an audience when somebody else was faster', async () => {
    const { world, acme } = stage;
    const erin = await Session.of(world, acme, 'erin');
    const { body } = await erin.get('/audiences').expect(200);
    const { id, name, content } = body.items[0] as { id: string; name: string; content: object };
    const ada = await stage.arrive('ada', `/audiences/${id}`);
    await ada.look('narrow', 'light');
    await ada.page.getByLabel('Name').fill('Mine');
    await erin
      .request('put', `/audiences/${id}`)
      .set('if-match', '"2"')
      .send({ name: `${name}!`, content })
      .expect(200);
    ada.expects(/^412 PUT /);
    await ada.button('Save and publish').click();
    await ada.heading('Somebody saved before you').waitFor();
    await expectAccessible(ada, 'audience-stale', crossed);
    await ada.button('Keep mine and go on').click();
    await ada.button('Save and publish').click();
    await ada.heading('Mine').waitFor();

    const vic = await stage.arrive('vic', `/audiences/${id}`);
    await vic.page.getByText('Your role may look at audiences').waitFor();
    await vic.page.getByText('plan is not empty').waitFor();
    expect(await vic.button('Save and publish').count()).toBe(0);
    await expectAccessible(vic, 'audience-read-only', crossed);
  }, 120_000);
});
