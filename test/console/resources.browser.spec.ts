import { changedModel } from './changed-model.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

const HOSTILE = 'Lake <img src=x onerror=alert(1)> \u202Eekal 🦊';

describe('connections, audiences and journeys in the console', () => {
  const stage = useConsole();
  beforeAll(() => changedModel(stage.world, stage.acme), 60_000);

  it('adds a source by keyboard, tests it, and keeps its password', async () => {
    const { settings, credentials } = stage.world.warehouse.connection;
    const ada = await stage.arrive('ada', '/sources');
    const { keyboard } = ada.page;
    await ada.page.getByRole('link', { name: 'Warehouse' }).waitFor();
    await expectAccessible(ada, 'sources');
    await ada.page.getByRole('link', { name: 'New source' }).focus();
    await keyboard.press('Enter');
    await ada.heading('New source').waitFor();
    await ada.button('Create source').focus();
    await keyboard.press('Enter');
    await ada.page.getByText('This is needed.').first().waitFor();
    await expectAccessible(ada, 'source-new');
    const fill = async (label: string, value: string): Promise<void> => {
      await ada.page.getByLabel(label, { exact: true }).focus();
      await keyboard.press('Control+a');
      await keyboard.type(value);
    };
    await fill('Name', HOSTILE);
    await fill('Host', String(settings.host));
    await fill('Port', String(settings.port));
    await fill('Database', String(settings.database));
    await fill('User', String(settings.user));
    await fill('Password', 'wrong');
    await ada.page.getByLabel('Encryption').selectOption(settings.ssl === undefined ? 'require' : String(settings.ssl));
    await keyboard.press('Enter');
    await ada.button('Create source').click();
    await ada.page.getByText('Nothing you may view uses it.').waitFor();
    expect(await ada.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await fill('Password', credentials.password);
    await keyboard.press('Enter');
    await ada.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await ada.button('Test connection').focus();
    await keyboard.press('Enter');
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
    expect(await ada.page.getByText('Lake').count()).toBe(0);
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
  }, 120_000);
});
