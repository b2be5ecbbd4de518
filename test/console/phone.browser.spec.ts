import { Session } from '../e2e/session.ts';
import { PASSWORD, type Player } from '../e2e/world.ts';
import { expectFits, HOSTILE, LONG, Phone } from './phone.ts';
import { ReviewDesk } from './review-desk.ts';
import { notSignedIn, useConsole } from './use-console.ts';

const PEOPLE = 'select id, email\nfrom people\norder by id';

describe('on a phone, by touch, the console', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  beforeAll(async () => {
    desk = await ReviewDesk.set(stage.world, stage.acme);
    await stage.world.crm.client.query('create table contacts (id integer primary key, email text)');
    const crm = { name: 'CRM', type: 'postgres', ...stage.world.crm.connection };
    const ada = await Session.of(stage.world, stage.acme, 'ada');
    await ada.post('/destinations', crm).expect(201);
  }, 120_000);

  const pickUp = async (player: Player, path: string): Promise<Phone> =>
    new Phone(await stage.arrive(player, path, 'phone'), player);

  it('requires approvals, and makes a role of one’s own in the matrix', async () => {
    await desk.settings({ requireApprovals: false });
    const ada = await pickUp('ada', '/settings');
    const { page } = ada;
    const approvals = page.getByRole('switch', { name: 'Require approvals' });
    await approvals.tap({ force: true });
    await ada.shows('1 change');
    await expectFits(ada, 'settings', 'Save');
    await ada.tap('Save');
    await ada.shows('Saved.');
    await approvals.and(page.locator(':checked')).waitFor({ state: 'attached' });

    await ada.tap(page.getByRole('tab', { name: 'Roles' }).or(page.getByRole('link', { name: 'Roles' })));
    await ada.visitor.heading('Roles').waitFor();
    await expectFits(ada, 'roles', page.getByRole('link', { name: 'New role' }));
    await ada.tap(page.getByRole('link', { name: 'Workspace draft editor' }));
    await ada.tap('Duplicate');
    await ada.visitor.heading('Workspace draft editor copy').waitFor();
    await ada.fill('Name', `Made on a phone ${HOSTILE}`);
    await page.getByLabel('Models on all current and future sources').selectOption('Publish');
    await ada.choose('Add a source', 'Ware', 'Warehouse');
    await page.getByLabel('Approve models & syncs on Warehouse').tap();
    await ada.tap(page.getByRole('tab', { name: 'Destinations' }));
    await page.getByRole('checkbox', { name: 'Run on all current and future destinations' }).tap();
    await expectFits(ada, 'role', 'Save');
    await ada.tap(/^Sees: /);
    await page.getByText(/^Who could approve/).waitFor();
    expect(await ada.visitor.overflow()).toBe(0);
    await ada.tap(/^Sees: /);
    await ada.tap('Save');
    await ada.shows('Saved.');
    await ada.visitor.heading(/^Made on a phone/).waitFor();
  }, 120_000);

  it('invites a member, whatever they are called, and gives another one another role', async () => {
    const ada = await pickUp('ada', '/settings/members');
    const { page } = ada;
    await expectFits(ada, 'members', 'Invite a member');
    await ada.tap('Invite a member');
    await ada.fill('Name', LONG.slice(0, 200));
    await ada.fill('Mail address', 'nora@acme.example');
    await ada.choose('Role', 'Sync ed', 'Sync editor');
    await expectFits(ada, 'invite', 'Send invitation');
    await ada.tap('Send invitation');
    await ada.shows('The link in the mail works until');
    await expectFits(ada, 'invited');
    const isHers = ({ recipients }: { recipients: string[] }): boolean => recipients.includes('nora@acme.example');
    const { text = '' } = await stage.world.mails.next(isHers, 60_000);
    const nora = new Phone((await stage.enter('phone')).expects(...notSignedIn), 'nora');
    await nora.page.goto(/http:\S+\/set-password#token=[\w-]+/.exec(text)![0]);
    await nora.fill('New password', PASSWORD);
    await nora.fill('Repeat it', PASSWORD);
    await expectFits(nora, 'set-password', 'Set password');
    await nora.tap('Set password');
    await nora.tap(nora.page.getByRole('link', { name: 'Sign in' }));
    await expectFits(nora, 'sign-in', 'Sign in');
    await nora.visitor.signIn('nora@acme.example', PASSWORD, stage.acme.slug);
    await nora.shows('Nothing waits for your review.');
    await expectFits(nora, 'inbox-empty');
    await nora.tap('Open navigation');
    await expectFits(nora, 'drawer', nora.page.getByRole('link', { name: 'Models' }).last());

    await ada.tap(page.getByRole('link', { name: 'Vic', exact: true }));
    await ada.choose('Role', 'Audience', 'Audience editor');
    await ada.shows('Gains');
    await expectFits(ada, 'member', 'Save');
    await ada.tap('Save');
    await ada.shows('Saved.');
  }, 120_000);

  it('adds a source and tries it', async () => {
    const { settings, credentials } = stage.world.warehouse.connection;
    const { host, port, database, user, ssl = 'require' } = settings as Record<string, string>;
    const ada = await pickUp('ada', '/sources');
    await expectFits(ada, 'sources', ada.page.getByRole('link', { name: 'Warehouse' }));
    await ada.tap(ada.page.getByRole('link', { name: 'New source' }));
    const typed = { Name: LONG.slice(0, 200), Host: host!, Port: String(port), Database: database!, User: user! };
    for (const [label, text] of Object.entries(typed)) await ada.fill(label, text);
    await ada.fill('Password', credentials.password);
    await ada.page.getByLabel('Encryption').selectOption(ssl);
    await expectFits(ada, 'source-new', 'Create source');
    await ada.tap('Create source');
    await ada.tap('Test connection');
    await ada.shows('It connects.');
    await expectFits(ada, 'source');
  }, 120_000);

  it('writes a model of 10,000 characters, asks to publish it, and withdraws', async () => {
    const dana = await pickUp('dana', '/models/new');
    const { page } = dana;
    const name = LONG.slice(0, 200);
    await dana.fill('Name', name);
    await dana.choose('Source', 'Finance');
    await dana.write(`${PEOPLE} -- ${HOSTILE.repeat(400)}`.slice(0, 10_000));
    await dana.tap('Preview rows');
    await dana.shows('12 rows, 2 columns');
    await page
      .getByLabel('Primary key')
      .or(page.getByRole('tab', { name: /^Columns/ }))
      .first()
      .tap();
    await page.getByLabel('Primary key').selectOption('id');
    await expectFits(dana, 'model-new', 'Save…');
    await dana.tap('Save…');
    await dana.choose('Reviewers', 'Erin');
    await page.keyboard.press('Escape');
    await dana.fill('Comment', LONG);
    await expectFits(dana, 'model-save', 'Submit for approval');
    await dana.tap('Submit for approval');
    await dana.shows('Waiting for Erin.');
    await expectFits(dana, 'model-in-review', 'Withdraw');
    await dana.tap(page.getByRole('link', { name: 'View request' }));
    await expectFits(dana, 'request-of-mine', 'Withdraw request');
    await dana.confirm('Withdraw request');
    await dana.shows('Dana withdrew the request.');
    await expectFits(dana, 'request-withdrawn', page.getByRole('link', { name: 'Edit the draft' }));
  }, 120_000);

  it('makes a sync step by step', async () => {
    await desk.published(`Synced ${HOSTILE}`, PEOPLE);
    const erins = await pickUp('erin', '/syncs/new');
    const { page } = erins;
    await erins.choose('Model', 'Synced', /^Synced/);
    await expectFits(erins, 'sync-model', 'Continue to destination');
    await erins.tap('Continue to destination');
    await erins.choose('Destination', 'CRM');
    await erins.choose('Table', 'contacts');
    await expectFits(erins, 'sync-destination', 'Continue to mapping');
    await erins.tap('Continue to mapping');
    await page.getByRole('table', { name: 'Mapping to contacts' }).waitFor();
    await erins.shows('2 of 2 fields are written.');
    await expectFits(erins, 'sync-mapping', 'Continue to schedule');
    await erins.tap('Continue to schedule');
    await erins.tap(page.getByText('Weekly', { exact: true }));
    await expectFits(erins, 'sync-schedule', 'Continue to review');
    await erins.tap('Continue to review');
    await page.getByRole('textbox', { name: 'Name' }).fill(LONG.slice(0, 200));
    await expectFits(erins, 'sync-review', 'Save…');
    await erins.tap('Save…');
    await page.getByRole('radio', { name: 'Publish now' }).tap({ force: true });
    await expectFits(erins, 'sync-save', erins.dialog().getByRole('button', { name: 'Publish now' }));
    await erins.tap(erins.dialog().getByRole('button', { name: 'Publish now' }));
    await erins.shows('Published as version 1.');
    await expectFits(erins, 'sync');
    await erins.tap('More about this sync');
    await erins.tap(page.getByRole('menuitem', { name: 'Edit name and description' }));
    await erins.fill('Description', LONG);
    await expectFits(erins, 'sync-about', 'Save');
    await erins.tap('Save');
    await erins.dialog().waitFor({ state: 'hidden' });
    await expectFits(erins, 'sync-described');
    await page.goto('/syncs');
    await page.getByRole('link', { name: /^<img/ }).waitFor();
    await expectFits(erins, 'syncs');
  }, 120_000);
});
