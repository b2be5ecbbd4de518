import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import { PASSWORD, type Player } from '../e2e/world.ts';
import { expectFits, HOSTILE, LONG, Phone } from './phone.ts';
import { ReviewDesk } from './review-desk.ts';
import { useConsole } from './use-console.ts';

const PEOPLE = 'select id, email\nfrom people\norder by id';
const PAYING = `select id, email\nfrom people\nwhere plan = 'pro'\norder by id`;

describe('on a phone, by touch, who decides', () => {
  const stage = useConsole();
  let desk: ReviewDesk;
  let erin: Session;
  let destinationId: string;
  beforeAll(async () => {
    desk = await ReviewDesk.set(stage.world, stage.acme);
    erin = await Session.of(stage.world, stage.acme, 'erin');
    await stage.world.crm.client.query('create table contacts (id integer primary key, email text)');
    const crm = { name: 'CRM', type: 'postgres', ...stage.world.crm.connection };
    const ada = await Session.of(stage.world, stage.acme, 'ada');
    destinationId = (await ada.post('/destinations', crm).expect(201)).body.id as string;
  }, 120_000);

  const pickUp = async (player: Player, path: string): Promise<Phone> =>
    new Phone(await stage.arrive(player, path, 'phone'), player);
  const syncOf = async (name: string, modelId: string): Promise<string> => {
    const mapping = ['id', 'email'].map((column) => ({ column, field: column }));
    const configuration = { modelId, destinationId, mode: 'upsert', object: 'contacts', mapping, keys: ['id'] };
    const sync = { name, content: { configuration, schedule: { kind: 'manual' } }, action: 'publish_now' };
    return (await eventually(() => erin.post('/syncs', sync).expect(201))).body.id as string;
  };

  const linkMailedTo = async (player: Player, about: string): Promise<string> => {
    const isMeant = ({ recipients, text }: { recipients: string[]; text?: string }): boolean =>
      recipients.includes(stage.acme.mailOf(player)) && (text ?? '').includes(about);
    const { text = '' } = await stage.world.mails.next(isMeant, 60_000);
    return /http:\S+\/approvals\/[\w-]+/.exec(text)![0];
  };

  it('reviews from the link in the mail, and publishes', async () => {
    const modelId = await desk.published('Reviewed in bed', PEOPLE);
    await desk.asked(modelId, PAYING, { comment: LONG });
    const erins = await pickUp('erin', await linkMailedTo('erin', 'Reviewed in bed'));
    const { page } = erins;
    await page.getByRole('table', { name: '1 line added, 0 lines removed' }).waitFor();
    await expectFits(erins, 'review', 'Approve & publish');
    await erins.tap(page.getByRole('tab', { name: /^Activity/ }));
    await erins.fill('Write a comment', LONG);
    await erins.tap('Comment');
    await page.getByRole('tab', { name: 'Activity (2)' }).waitFor();
    await expectFits(erins, 'activity', 'Approve & publish');
    await erins.tap(page.getByRole('tab', { name: 'Preview' }));
    await erins.tap('Show rows');
    await page.getByRole('table', { name: /in review$/ }).waitFor();
    await expectFits(erins, 'review-preview', 'Approve & publish');
    await erins.tap('Approve & publish');
    await expectFits(erins, 'approve', erins.dialog().getByRole('button', { name: 'Approve & publish' }));
    await erins.tap(erins.dialog().getByRole('button', { name: 'Approve & publish' }));
    await erins.shows('Reviewed in bed v2 is live. Approved by Erin.');
    await expectFits(erins, 'published');
  }, 120_000);

  it('finds in the inbox what was never published, and denies it with its name typed', async () => {
    const name = `Unwanted ${LONG}`.slice(0, 200);
    await desk.askedForNew(name, PAYING);
    const erins = await pickUp('erin', '/approvals');
    const { page } = erins;
    await expectFits(erins, 'inbox', page.getByRole('link', { name: /^Unwanted/ }));
    await erins.tap(page.getByRole('link', { name: /^Unwanted/ }));
    await expectFits(erins, 'review-new', 'Deny');
    await erins.tap('Deny');
    const dialog = erins.dialog('Deny this request');
    await erins.tap(dialog.getByRole('radio', { name: 'Delete draft' }));
    await dialog.getByLabel('Comment').fill(LONG);
    await dialog.getByLabel(/^Type “Unwanted/).fill(name);
    await expectFits(erins, 'deny', dialog.getByRole('button', { name: 'Delete draft' }));
    await erins.tap(dialog.getByRole('button', { name: 'Delete draft' }));
    await erins.shows('Erin deleted the draft. What was published is unchanged.');
    await expectFits(erins, 'draft-deleted');
    await page.goto('/approvals?tab=closed');
    await expectFits(erins, 'closed', page.getByRole('link', { name: /^Unwanted/ }));
  }, 120_000);

  it('rebases a draft, compares versions and restores one', async () => {
    const modelId = await desk.published(`Rebased ${HOSTILE}`, PEOPLE);
    await desk.withdrawn(await desk.asked(modelId, PAYING));
    await desk.hotfix(modelId, 1, `${PEOPLE}\nlimit 9 -- ${HOSTILE.repeat(20)}`);
    const dana = await pickUp('dana', `/models/${modelId}`);
    const { page } = dana;
    await expectFits(dana, 'model-stale', page.getByRole('link', { name: 'Rebase', exact: true }));
    await dana.tap(page.getByRole('link', { name: 'Rebase', exact: true }));
    await dana.tap(page.getByRole('radio', { name: 'Mine: the draft' }));
    await expectFits(dana, 'rebase', 'Save rebased draft');
    await dana.tap('Save rebased draft');
    await page.waitForURL(`**/models/${modelId}`);
    await dana.tap(page.getByRole('tab', { name: 'History' }));
    await expectFits(dana, 'history', 'Restore version 1');
    await dana.tap(page.getByRole('link', { name: /^Compare with v1/ }));
    await expectFits(dana, 'compare', 'Swap');
    await page.goBack();
    await dana.tap('Restore version 1');
    await dana.tap(dana.dialog().getByRole('radio', { name: 'Save as draft' }));
    await expectFits(dana, 'restore', dana.dialog().getByRole('button', { name: 'Save draft' }));
    await dana.tap(dana.dialog().getByRole('button', { name: 'Save draft' }));
    await dana.shows('Version 1 is a draft now.');
  }, 120_000);

  it('runs a sync, and says why one would be refused', async () => {
    const modelId = await desk.published('Run by thumb', PEOPLE);
    const syncId = await syncOf(`Thumbs ${LONG}`.slice(0, 200), modelId);
    const erins = await pickUp('erin', `/syncs/${syncId}`);
    const { page } = erins;
    await expectFits(erins, 'sync-to-run', 'Run now');
    await erins.tap('Run now');
    await erins.tap(page.getByRole('link', { name: 'View run' }));
    await page.getByRole('definition').filter({ hasText: '12' }).first().waitFor();
    await expectFits(erins, 'run');
    await desk.submitted(modelId, PAYING);
    await page.goto(`/syncs/${syncId}`);
    await expectFits(erins, 'sync-held', page.getByRole('link', { name: 'View request' }).first());
    await erins.button('Run now').and(page.locator('[aria-disabled="true"]')).waitFor();
    await eventually(() => erin.post('/runs', { syncId }).expect(409));
    await page.goto('/runs?outcome=refused');
    await page
      .getByRole('link', { name: /^Thumbs/ })
      .first()
      .waitFor();
    await expectFits(erins, 'runs');
    await erins.tap(page.getByRole('link', { name: /^Thumbs/ }).first());
    await erins.visitor.heading('Why it did not start').waitFor();
    await expectFits(erins, 'run-refused', page.getByRole('link', { name: 'View request' }).first());
    await page.goto('/runs?view=flow');
    await page
      .getByRole('link', { name: /^Thumbs/ })
      .first()
      .waitFor();
    await expectFits(erins, 'flow');
  }, 120_000);

  it('publishes an audience, lets a program in, and sets what is mailed', async () => {
    await desk.published(`Asked of ${HOSTILE}`, PEOPLE);
    const ada = await pickUp('ada', '/audiences/new');
    const { page } = ada;
    await ada.fill('Name', LONG.slice(0, 200));
    await ada.choose('Model', 'Asked of', /^Asked of/);
    await ada.tap('Add condition');
    await page.getByLabel('Column of condition 1').selectOption('email');
    await page.getByLabel('Value of condition 1').fill(LONG.slice(0, 500));
    await expectFits(ada, 'audience-new', 'Create and publish');
    await ada.tap('Create and publish');
    await ada.shows('Ada published version 1');
    await expectFits(ada, 'audience');
    await page.goto('/audiences');
    await expectFits(ada, 'audiences', page.getByRole('link', { name: /^<img/ }));

    await page.goto('/settings/service-accounts');
    await ada.tap('New service account');
    await ada.fill('Name', LONG.slice(0, 200));
    await ada.choose('Role', 'Sync ed', 'Sync editor');
    await expectFits(ada, 'account-new', 'Create service account');
    await ada.tap('Create service account');
    await ada.tap('New token');
    await ada.dialog().getByLabel('Name').fill(HOSTILE);
    await ada.visitor.press(ada.dialog().getByLabel('Name'), 'Enter');
    await expectFits(ada, 'token', 'I have kept it');
    await ada.tap('I have kept it');
    await expectFits(ada, 'account', 'New token');
    await page.goto('/preferences');
    await page.getByRole('switch', { name: 'Comments' }).tap({ force: true });
    await ada.shows('Saved.');
    await expectFits(ada, 'preferences');
  }, 120_000);

  it('shows mails that failed, and sends them again', async () => {
    stage.world.mails.refuse(/olga/, `${HOSTILE} nobody is called that here`);
    const session = await Session.of(stage.world, stage.acme, 'ada');
    const { body } = await session.get('/roles').expect(200);
    const { id: roleId } = (body.items as { id: string; name: string }[]).find(({ name }) => name === 'Sync editor')!;
    const name = `Olga ${LONG}`.slice(0, 200);
    await session.post('/members', { name, email: 'olga@acme.example', roleId }).expect(201);
    await eventually(async () => {
      const failed = await session.get('/deliveries?state=failed').expect(200);
      expect(failed.body.items).toHaveLength(1);
    });
    const ada = await pickUp('ada', '/settings/mail');
    await expectFits(ada, 'mails', /^Send again to .?Olga/);
    stage.world.mails.refuse(null);
    await ada.tap(/^Send again to .?Olga/);
    await ada.shows(/^On its way to .?Olga/);
    await expectFits(ada, 'mail-again');
  }, 120_000);

  it('keeps what is being written when the session is revoked elsewhere', async () => {
    const modelId = await desk.published('Half written', PEOPLE);
    const erins = await pickUp('erin', `/models/${modelId}/edit`);
    const { page } = erins;
    erins.visitor.expects(/^401 /);
    await erins.write(`${PAYING} -- ${HOSTILE}`);
    await erins.shows('Unsaved changes');
    const ada = await Session.of(stage.world, stage.acme, 'ada');
    for (const active of [false, true]) {
      const { headers } = await ada.get(`/members/${stage.acme.members.erin}`).expect(200);
      await ada
        .patch(`/members/${stage.acme.members.erin}`, { active })
        .set('if-match', headers.etag as string)
        .expect(200);
    }
    await erins.tap('Preview rows');
    const ended = erins.dialog('Your session has ended');
    await ended.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await expectFits(erins, 'session-ended', ended.getByRole('button', { name: 'Sign in' }));
    await erins.tap(ended.getByRole('button', { name: 'Sign in' }));
    await ended.waitFor({ state: 'hidden' });
    await page.getByRole('textbox', { name: 'Query' }).filter({ hasText: 'onerror=alert(1)' }).waitFor();
    await erins.tap('Save…');
    await erins.tap(erins.dialog().getByRole('radio', { name: 'Save as draft' }));
    await expectFits(erins, 'save', erins.dialog().getByRole('button', { name: 'Save draft' }));
    await erins.tap(erins.dialog().getByRole('button', { name: 'Save draft' }));
    await erins.shows('Saved as a draft.');
  }, 120_000);
});
