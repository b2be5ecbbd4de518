import { PASSWORD, type Player } from '../e2e/world.ts';
import { Session } from '../e2e/session.ts';
import { workspaceOf } from '../rights/workspace-of.ts';
import { changedModel } from './changed-model.ts';
import { Typist } from './typist.ts';
import { notSignedIn, useConsole } from './use-console.ts';

describe('by keyboard alone', () => {
  const stage = useConsole();
  let ada: Session;
  beforeAll(async () => {
    const { world, acme } = stage;
    const erin = { key: 'erin', name: 'Erin', email: acme.mailOf('erin'), password: PASSWORD };
    await workspaceOf(world.databaseUrl('identity-roles'), {
      ...{ slug: 'globex', name: 'Globex', plan: 'business' },
      members: [{ ...erin, roleKey: 'admin' as const }],
    });
    await changedModel(world, acme);
    ada = await Session.of(world, acme, 'ada');
    const { connection: source } = world.warehouse;
    await ada.post('/sources', { name: 'Spare', type: 'postgres', ...source }).expect(201);
    await ada.post('/destinations', { name: 'Attic', type: 'postgres', ...world.crm.connection }).expect(201);
  }, 120_000);

  const sit = (player: Player, path: string): Promise<Typist> => Typist.sitDown(stage, player, path);
  const namesAt = async (path: string): Promise<string[]> =>
    ((await ada.get(path).expect(200)).body.items as { name: string }[]).map(({ name }) => name);

  it('an audience and a journey are made, changed step by step, and deleted', async () => {
    const typist = await sit('erin', '/audiences');
    await typist.shows('There are no audiences you may view.');
    await typist.activate('link', 'New audience');
    await typist.opens('New audience');
    await typist.write('Name', 'Enterprise');
    await typist.choose('Model', 'Ideal', 'Ideal customers');
    await typist.activate('button', 'Add condition');
    await typist.isOn('combobox', 'Column of condition 1');
    await typist.page.keyboard.type('plan');
    await typist.write('Value of condition 1', 'enterprise');
    await typist.activate('button', 'Create and publish');
    await typist.opens('Enterprise');
    await typist.isSomewhere();
    await typist.pick('Comparison of condition 1', 'is not empty');
    await typist.activate('button', 'Save and publish');
    await typist.isAt('Saved, and live.');

    await typist.goTo('go to jour', /^Go to .*Journeys/);
    await typist.shows('There are no journeys you may view.');
    await typist.activate('link', 'New journey');
    await typist.opens('New journey');
    await typist.write('Name', 'Welcome');
    await typist.choose('Begins with', 'Enter', 'Enterprise');
    await typist.activate('button', 'Add a wait');
    await typist.page.getByLabel('How long step 2 waits').and(typist.page.locator(':focus')).waitFor();
    await typist.activate('button', 'Add a destination');
    await typist.isOn('combobox', 'Destination of step 3');
    await typist.choose('Destination of step 3', 'CR', 'CRM');
    await typist.write('Object of step 3', 'contacts');
    await typist.activate('button', 'Move step 3 up');
    await typist.page.getByLabel('Object of step 2').waitFor();
    await typist.isOn('button', 'Move step 2 up');
    await typist.activate('button', 'Remove step 3');
    await typist.page.getByLabel('How long step 3 waits').waitFor({ state: 'detached' });
    await typist.isOn('button', 'Remove step 2');
    await typist.activate('button', 'Create and publish');
    await typist.opens('Welcome');
    await typist.activate('button', 'Delete journey');
    await typist.isAsked('Delete Welcome');
    await typist.activate('button', 'Delete');
    await typist.shows('There are no journeys you may view.');
    await typist.isSomewhere();
    await typist.goTo('go to aud', /^Go to .*Audiences/);
    await typist.activate('link', 'Enterprise');
    await typist.opens('Enterprise');
    await typist.activate('button', 'Delete audience');
    await typist.isAsked('Delete Enterprise');
    await typist.activate('button', 'Delete');
    await typist.shows('There are no audiences you may view.');
    await typist.isSomewhere();
    expect([await namesAt('/audiences'), await namesAt('/journeys')]).toEqual([[], []]);
  }, 120_000);

  it.each([
    ['source', 'Spare', 'Warehouse'],
    ['destination', 'Attic', 'CRM'],
  ])(
    'a %s is renamed, tested and deleted',
    async (kind, name, other) => {
      const typist = await sit('ada', `/${kind}s`);
      await typist.activate('link', name);
      await typist.opens(name);
      await typist.write('Name', `${name} again`);
      await typist.activate('button', 'Save');
      await typist.isAt('Saved.');
      await typist.activate('button', 'Test connection');
      await typist.shows('It connects.');
      await typist.isOn('button', 'Test connection');
      await typist.activate('button', `Delete ${kind}`);
      await typist.isAsked(`Delete ${name} again`);
      await typist.press('Escape');
      await typist.isOn('button', `Delete ${kind}`);
      await typist.press('Enter');
      await typist.isAsked(`Delete ${name} again`);
      await typist.activate('button', 'Delete');
      await typist.the('link', other).waitFor();
      await typist.isSomewhere();
      expect(await namesAt(`/${kind}s`)).toEqual([other]);
    },
    60_000,
  );

  it('an invitation is accepted by the link in its mail', async () => {
    const { world, acme } = stage;
    const { items } = (await ada.get('/roles').expect(200)).body as { items: { id: string; name: string }[] };
    const email = 'nora@acme.example';
    const { id: roleId } = items.find(({ name }) => name === 'Sync editor')!;
    await ada.post('/members', { name: 'Nora', email, roleId }).expect(201);
    const mail = await world.mails.next(({ recipients }) => recipients.includes(email), 20_000);
    const typist = new Typist((await stage.enter()).expects(...notSignedIn));
    await typist.page.goto(/http:\S+\/set-password#token=[\w-]+/.exec(mail.text ?? '')![0]);
    await typist.write('New password', 'a first good password');
    await typist.write('Repeat it', 'another one');
    await typist.press('Enter');
    await typist.shows('The two are not the same.');
    await typist.write('Repeat it', 'a first good password');
    await typist.press('Enter');
    await typist.isOn('link', 'Sign in');
    await typist.press('Enter');
    await typist.write('Email', email);
    await typist.write('Password', 'a first good password');
    await typist.write('Workspace', acme.slug);
    await typist.press('Enter');
    await typist.opens('Approvals');
    expect(await typist.the('button', /^Nora/).count()).toBe(1);
  }, 120_000);

  it('one goes on in another workspace', async () => {
    const typist = await sit('erin', '/approvals');
    await typist.activate('button', 'Workspace Acme: switch');
    await typist.isAsked('Switch workspace');
    await typist.activate('button', /Globex/);
    await typist.page.getByLabel('Password for Globex', { exact: true }).and(typist.page.locator(':focus')).waitFor();
    await typist.page.keyboard.type(PASSWORD);
    await typist.press('Enter');
    await typist.the('button', 'Workspace Globex: switch').waitFor();
    await typist.shows('Nothing waits for your review.');
    expect(await typist.the('button', 'Workspace Acme: switch').count()).toBe(0);
  }, 120_000);
});
