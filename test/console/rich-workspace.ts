import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, World } from '../e2e/world.ts';
import { changedModel } from './changed-model.ts';
import { runsOfPlace } from './runs-of-place.ts';

type Sessions = Record<'ada' | 'dana' | 'erin', Session>;
type Ids = Record<'warehouse' | 'crm' | 'changed' | 'stale' | 'drafted', string>;

const columns = [
  { name: 'id', type: 'integer' },
  { name: 'email', type: 'text' },
  { name: 'plan', type: 'text' },
];
const customers = (condition: string) => ({
  query: `select id, email, plan\nfrom customers\nwhere ${condition}\norder by id`,
  configuration: { primaryKey: 'id' },
  columns,
});

/** A workspace with something of every kind in it, in the states that can be looked at, by the names that addresses use. */
export async function richWorkspace(world: World, place: Place): Promise<Record<string, string>> {
  const { requestId } = await changedModel(world, place);
  await world.warehouse.client.query(`insert into customers
    select n, 'customer' || n || '@example.com', (array['trial', 'pro', 'enterprise'])[1 + n % 3], n % 4 > 0 from generate_series(1, 40) n`);
  const runs = await runsOfPlace(world, place);
  const [ada, dana, erin] = await Promise.all([
    Session.of(world, place, 'ada'),
    Session.of(world, place, 'dana'),
    Session.of(world, place, 'erin'),
  ]);
  const sessions = { ada, dana, erin };
  const [warehouse, crm] = [await first(ada, '/sources'), await first(ada, '/destinations')];
  const changed = await first(erin, '/models?q=Ideal');
  const { stale, drafted } = await models(sessions, warehouse);
  const ids = { warehouse, crm, changed, stale, drafted };
  await asked(sessions, ids, place);
  return {
    ...{ ...ids, request: requestId, rejected: runs.rejectedId, held: runs.heldSyncId },
    ...{ ...(await rebasedSync(sessions, ids)), ...(await live(sessions, ids)) },
    ...{ ...(await people(sessions, world)), member: place.members.dana },
  };
}

async function models({ dana, erin }: Sessions, sourceId: string): Promise<{ stale: string; drafted: string }> {
  const model = { name: 'Paying customers', sourceId, content: customers("plan <> 'trial'"), action: 'publish_now' };
  const stale = await made(erin, '/models', model);
  await changes(erin, `/models/${stale}`, 1, customers("plan in ('pro', 'enterprise')"), 'publish_now');
  await changes(dana, `/models/${stale}`, 2, customers("plan in ('pro', 'enterprise') and active"), 'save_draft');
  await changes(erin, `/models/${stale}`, 2, customers("plan in ('pro', 'enterprise', 'partner')"), 'publish_now');
  const churn = { name: 'Churn risk', sourceId, content: customers('not active'), action: 'save_draft' };
  return { stale, drafted: await made(dana, '/models', churn) };
}

/** One request that was approved, and one that waits beside the one for two changes. */
async function asked({ dana, erin }: Sessions, { warehouse }: Ids, { members }: Place): Promise<void> {
  const submit = { action: 'submit', reviewers: [members.erin] };
  const model = { name: 'Trial accounts', sourceId: warehouse, content: customers("plan = 'trial'"), ...submit };
  const { requestId } = (await dana.post('/models', { ...model, comment: 'For the nurture mails.' }).expect(201))
    .body as {
    requestId: string;
  };
  const path = `/approval-requests/${requestId}`;
  const { body } = await eventually(() => erin.get(path).expect(200));
  await erin
    .post(`${path}/approve`)
    .set('if-match', `"${body.itemsHash as string}"`)
    .expect(202);
  await dana.post('/models', { ...model, name: 'Enterprise accounts' }).expect(201);
}

async function rebasedSync({ dana, erin }: Sessions, { stale, crm }: Ids): Promise<{ staleSync: string }> {
  const content = (field: string, every: number) => ({
    configuration: {
      ...{ modelId: stale, destinationId: crm, mode: 'upsert', object: 'contacts', keys: ['external_id'] },
      mapping: [
        { column: 'id', field: 'external_id' },
        { column: 'email', field },
      ],
    },
    schedule: { kind: 'interval', every, unit: 'hours', timeZone: 'Europe/Berlin' },
  });
  const sync = { name: 'Paying customers to CRM', content: content('email', 6), action: 'publish_now' };
  const staleSync = await made(erin, '/syncs', sync);
  await changes(dana, `/syncs/${staleSync}`, 1, content('work_email', 12), 'save_draft');
  await changes(erin, `/syncs/${staleSync}`, 1, content('email', 4), 'publish_now');
  return { staleSync };
}

async function live({ erin }: Sessions, { changed, crm }: Ids): Promise<{ audience: string; journey: string }> {
  const conditions = [{ column: 'plan', operator: 'equals', value: 'enterprise' }];
  const audience = await made(erin, '/audiences', { name: 'Enterprise', content: { modelId: changed, conditions } });
  const steps = [
    { kind: 'wait', amount: 2, unit: 'days' },
    { kind: 'enter_destination', destinationId: crm, object: 'contacts' },
  ];
  const journey = await made(erin, '/journeys', { name: 'Welcome', content: { audienceId: audience, steps } });
  return { audience, journey };
}

/** A role of the workspace's own, a program with a token, and an invitation that did not arrive. */
async function people({ ada }: Sessions, { mails }: World): Promise<{ role: string; program: string }> {
  const workspace = {
    ...{ settings: false, members: false, roles: false },
    ...{ audiences: false, journeys: false, auditLog: false },
  };
  const grant = { scope: 'all', view: true, configure: false, syncs: 'draft', approve: false, run: true };
  const analyst = { name: 'Sales analyst', workspace, sources: [{ ...grant, models: 'draft' }], destinations: [grant] };
  const roleId = await made(ada, '/roles', analyst);
  const program = await made(ada, '/service-accounts', { name: 'Deployments', roleId });
  await ada.post(`/service-accounts/${program}/tokens`, { name: 'CI', expiresAt: null }).expect(201);
  mails.refuse(/olga/);
  await ada.post('/members', { name: 'Olga', email: 'olga@acme.example', roleId }).expect(201);
  await eventually(async () => {
    const { body } = await ada.get('/deliveries?state=failed').expect(200);
    if (body.items.length === 0) throw new Error('no mail has failed');
  });
  return { role: roleId, program };
}

const made = async (by: Session, path: string, body: object): Promise<string> =>
  (await eventually(() => by.post(path, body).expect(201))).body.id as string;

const first = async (by: Session, path: string): Promise<string> =>
  ((await by.get(path).expect(200)).body.items as { id: string }[])[0]!.id;

async function changes(by: Session, path: string, version: number, content: object, action: string): Promise<void> {
  await eventually(() => by.post(`${path}/changes`, { content, basedOn: { version }, action }).expect(200));
}
