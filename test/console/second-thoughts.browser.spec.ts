import { Session } from '../e2e/session.ts';
import { changedModel } from './changed-model.ts';
import { expectFits, Phone } from './phone.ts';
import { crossed, expectAccessible, useConsole } from './use-console.ts';

describe('second thoughts in the console', () => {
  const stage = useConsole();
  beforeAll(() => changedModel(stage.world, stage.acme), 60_000);

  it('invite somebody again, and remove them for good', async () => {
    const { world, acme } = stage;
    const session = await Session.of(world, acme, 'ada');
    const roleId = (await session.get(`/members/${acme.members.dana}`).expect(200)).body.role.id as string;
    const olga = { name: 'Olga', email: 'olga@acme.example', roleId };
    const { body } = await session.post('/members', olga).expect(201);
    const linkOf = ({ text }: { text?: string }): string => /#token=[\w-]+/.exec(text ?? '')![0];
    const isOlgas = ({ recipients }: { recipients: string[] }): boolean => recipients.includes(olga.email);
    const first = linkOf(await world.mails.next(isOlgas, 20_000));
    const ada = await stage.arrive('ada', `/settings/members/${body.id as string}`);
    await ada.button('Invite again').click();
    await ada.page.getByRole('status').filter({ hasText: 'A new invitation is on its way.' }).waitFor();
    await expectAccessible(ada, 'member-invited-again', crossed);
    const second = linkOf(await world.mails.next((mail) => isOlgas(mail) && linkOf(mail) !== first, 20_000));
    expect(second).not.toBe(first);

    await ada.button('Remove for good').click();
    const dialog = ada.page.getByRole('dialog', { name: 'Remove Olga' });
    const sure = dialog.getByRole('button', { name: 'Remove for good' });
    expect(await sure.isDisabled()).toBe(true);
    await expectAccessible(ada, 'member-remove', crossed);
    await dialog.getByRole('textbox').fill('Olga');
    // The stream may tell of it before the page has gone.
    ada.expects(/^404 GET .*members/);
    await sure.click();
    await ada.heading('Members').waitFor();
    await ada.page.getByRole('link', { name: 'Olga' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('say that preferences were changed elsewhere, and show them as they are', async () => {
    const { world, acme } = stage;
    const erin = await stage.arrive('erin', '/preferences');
    const comments = erin.page.getByRole('switch', { name: 'Comments' });
    await comments.waitFor();
    const session = await Session.of(world, acme, 'erin');
    const { body, headers } = await session.get('/notification-preferences').expect(200);
    await session
      .request('put', '/notification-preferences')
      .set('if-match', headers.etag as string)
      .send({ ...(body as object), decided: false })
      .expect(200);
    erin.expects(/^412 PUT /);
    await comments.click({ force: true });
    await erin.page.getByText('Your preferences were changed meanwhile').waitFor();
    await erin.page.getByRole('switch', { name: 'Decisions' }).and(erin.page.locator(':not(:checked)')).waitFor();
    expect(await comments.isChecked()).toBe(true);
    await expectAccessible(erin, 'preferences-overtaken', crossed);
    await comments.click({ force: true });
    await erin.page.getByText('Saved.').waitFor();
  }, 60_000);

  it('keep what was typed into a connection that somebody else changed', async () => {
    const session = await Session.of(stage.world, stage.acme, 'ada');
    const { id } = (await session.get('/destinations').expect(200)).body.items[0] as { id: string };
    const { headers } = await session.get(`/destinations/${id}`).expect(200);
    const ada = (await stage.arrive('ada', `/destinations/${id}`)).expects(/^412 PATCH /);
    const { page } = ada;
    await page.getByText('Tries what is saved, to see whether it connects.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await session
      .patch(`/destinations/${id}`, { name: 'Theirs' })
      .set('if-match', headers.etag as string)
      .expect(200);
    await ada.heading('Theirs').waitFor();
    await ada.button('Save').click();
    await ada.heading('Somebody saved before you').waitFor();
    await expectAccessible(ada, 'destination-overtaken', crossed);
    await ada.button('Keep mine and go on').click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mine');
    await ada.button('Save').click();
    await ada.heading('Mine').waitFor();
  }, 60_000);

  it('make an audience and a journey with a finger; the focus goes with a step that is moved', async () => {
    const erin = new Phone(await stage.arrive('erin', '/audiences/new', 'phone'), 'erin-live');
    const { page } = erin;
    await erin.fill('Name', 'Enterprise');
    await erin.choose('Model', 'Ideal', 'Ideal customers');
    await erin.tap('Add condition');
    await page.getByLabel('Column of condition 1').selectOption('plan');
    await erin.fill('Value of condition 1', 'enterprise');
    await expectFits(erin, 'audience-new', 'Create and publish');
    await erin.tap('Create and publish');
    await erin.shows('Erin published version 1');
    await expectFits(erin, 'audience', 'Save and publish');
    await page.goto('/audiences');
    await page.getByRole('link', { name: 'Enterprise' }).waitFor();
    await expectFits(erin, 'audiences');

    await page.goto('/journeys/new');
    await erin.fill('Name', 'Welcome');
    await erin.choose('Begins with', 'Enterprise');
    await erin.tap('Add a wait');
    await erin.tap('Add a wait');
    await page.getByLabel('How long step 3 waits').fill('3');
    await expectFits(erin, 'journey-new', 'Create and publish');
    const isOn = async (name: string): Promise<void> =>
      await erin.button(name).and(page.locator(':focus')).waitFor({ state: 'visible' });
    await erin.tap('Move step 3 up');
    await isOn('Move step 2 up');
    expect(await page.getByLabel('How long step 2 waits').inputValue()).toBe('3');
    await erin.tap('Move step 2 up');
    await isOn('Move step 1 down');
    await erin.tap('Remove step 1');
    await isOn('Remove step 1');
    await erin.tap('Create and publish');
    await erin.shows('Erin published version 1');
    await expectFits(erin, 'journey', 'Save and publish');
  }, 60_000);

  it('say which right is missing, and whose roles have it', async () => {
    const vic = await stage.arrive('vic', '/audiences/new');
    await vic.page.getByText('That takes the right Audiences. Members with one of these roles can: Admin').waitFor();
    await vic.page.goto('/sources/new');
    await vic.page.getByText('Members with one of these roles can: Admin').waitFor();
    await expectAccessible(vic, 'source-new-not-allowed', crossed);
  }, 60_000);
});
