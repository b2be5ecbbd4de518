import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Player } from '../e2e/world.ts';
import { ReviewDesk } from './review-desk.ts';
import { Typist } from './typist.ts';
import { useConsole } from './use-console.ts';

describe('by keyboard alone, the console', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  let ada: Session;
  beforeAll(async () => {
    desk = await ReviewDesk.set(stage.world, stage.acme);
    ada = await Session.of(stage.world, stage.acme, 'ada');
    await stage.world.crm.client.query('create table contacts (id integer primary key, email text)');
    await ada.post('/destinations', { name: 'CRM', type: 'postgres', ...stage.world.crm.connection }).expect(201);
  }, 120_000);

  const sit = (player: Player, path: string): Promise<Typist> => Typist.sitDown(stage, player, path);
  const listed = async <Item>(path: string): Promise<Item[]> => (await ada.get(path).expect(200)).body.items as Item[];

  it('is entered, requires approvals, and mails what one wants to know', async () => {
    await desk.settings({ requireApprovals: false });
    const typist = await sit('ada', '/settings');
    await typist.toggle('switch', /^Require approvals/);
    await typist.shows('1 change');
    await typist.activate('button', 'Save');
    await typist.isAt('Saved.');
    await typist.activate('button', 'Ada');
    await typist.isSomewhere();
    await typist.the('menuitem', 'Notification preferences').waitFor();
    await typist.page.keyboard.type('Notif');
    await typist.press('Enter');
    await typist.toggle('switch', /^Comments/);
    await typist.shows('Saved.');
    expect(await typist.the('switch', /^Comments/).isChecked()).toBe(false);
  }, 120_000);

  it('duplicates a role, changes it in the matrix, and keeps it', async () => {
    const typist = await sit('ada', '/settings/roles');
    await typist.activate('link', 'Workspace draft editor');
    await typist.visitor.heading('Workspace draft editor').waitFor();
    await typist.activate('button', 'Duplicate');
    await typist.visitor.heading('Workspace draft editor copy').waitFor();
    await typist.isSomewhere();
    await typist.write('Name', 'Made by keyboard');
    await typist.pick('Models on all current and future sources', 'Pub');
    await typist.choose('Add a source', 'Ware', 'Warehouse');
    await typist.toggle('checkbox', 'Approve models & syncs on Warehouse');
    await typist.tabTo(typist.the('tab', 'Sources'), 'Shift+Tab');
    await typist.arrowTo('tab', 'Destinations', 'ArrowRight');
    await typist.toggle('checkbox', 'Run on all current and future destinations');
    await typist.activate('button', 'Save');
    await typist.isAt('Saved.');
    await typist.visitor.heading('Made by keyboard').waitFor();
    const made = (await listed<{ name: string; sources: object[]; destinations: object[] }>('/roles')).find(
      ({ name }) => name === 'Made by keyboard',
    );
    expect(made).toMatchObject({
      sources: [
        { scope: 'all', models: 'publish' },
        { scope: desk.sources.warehouse, approve: true },
      ],
      destinations: [{ scope: 'all', run: true }],
    });
  }, 120_000);

  it('invites a member, gives another one another role, and deactivates them for a moment', async () => {
    const typist = await sit('ada', '/settings/members');
    await typist.activate('button', 'Invite a member');
    await typist.the('dialog', 'Invite a member').waitFor();
    await typist.press('Escape');
    await typist.the('dialog', 'Invite a member').waitFor({ state: 'detached' });
    await typist.isAt('Invite a member');
    await typist.press('Enter');
    await typist.write('Name', 'Nora');
    await typist.write('Mail address', 'nora@acme.example');
    await typist.choose('Role', 'Sync ed', 'Sync editor');
    await typist.activate('button', 'Send invitation');
    await typist.shows('The link in the mail works until');
    await typist.isSomewhere();
    await typist.activate('link', 'Vic');
    await typist.visitor.heading('Vic').waitFor();
    await typist.choose('Role', 'Audience', 'Audience editor');
    await typist.shows('Gains');
    await typist.activate('button', 'Save');
    await typist.isAt('Saved.');
    await typist.activate('button', 'Deactivate');
    await typist.shows('Vic is deactivated.');
    await typist.isSomewhere();
    await typist.activate('button', 'Undo');
    await typist.shows('Vic is active again.');
    const roles = (await listed<{ name: string; role: { name: string } }>('/members')).map(
      ({ name, role }) => `${name}: ${role.name}`,
    );
    expect(roles).toEqual(expect.arrayContaining(['Nora: Sync editor', 'Vic: Audience editor']));
  }, 120_000);

  it('lets a program in with a token, and sends a failed mail again', async () => {
    const typist = await sit('ada', '/settings/service-accounts');
    await typist.activate('button', 'New service account');
    await typist.write('Name', 'Deployments');
    await typist.choose('Role', 'Sync ed', 'Sync editor');
    await typist.activate('button', 'Create service account');
    await typist.activate('button', 'New token');
    await typist.write('Name', 'CI');
    await typist.press('Enter');
    await typist.the('dialog', 'Copy the token now').waitFor();
    await typist.activate('button', 'I have kept it');
    await typist.the('row', /^CI Active/).waitFor();
    await typist.isSomewhere();
    await typist.activate('button', 'Revoke CI');
    await typist.the('dialog', 'Revoke CI').waitFor();
    await typist.activate('button', 'Revoke');
    await typist.shows('CI is revoked.');
    await typist.isSomewhere();

    const { id: roleId } = (await listed<{ id: string; name: string }>('/roles')).find(
      ({ name }) => name === 'Sync editor',
    )!;
    stage.world.mails.refuse(/olga/);
    await ada.post('/members', { name: 'Olga', email: 'olga@acme.example', roleId }).expect(201);
    await eventually(async () => {
      expect(await listed('/deliveries?state=failed')).toHaveLength(1);
    });
    stage.world.mails.refuse(null);
    await typist.goTo('settings mail', 'Settings: Mail');
    await typist.page.waitForURL('**/settings/mail');
    await typist.activate('button', 'Send again to Olga');
    await typist.shows('On its way to Olga once more.');
    await typist.isSomewhere();
  }, 120_000);
});
