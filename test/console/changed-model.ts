import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, World } from '../e2e/world.ts';

const columns = [
  { name: 'id', type: 'integer' },
  { name: 'email', type: 'text' },
  { name: 'plan', type: 'text' },
];
const PUBLISHED = `select c.id, c.email, c.plan\nfrom customers c\nwhere c.active\norder by c.id`;
const DRAFTED = `select c.id, c.email, c.plan\nfrom customers c\nwhere c.active\n  and c.plan <> 'trial'\norder by c.id`;
const everySixHours = { kind: 'interval', every: 6, unit: 'hours', timeZone: 'Europe/Berlin' };
const everyAfternoon = {
  kind: 'weekly',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  times: ['14:00'],
  timeZone: 'Europe/Berlin',
};

const modelContent = (query: string) => ({ query, configuration: { primaryKey: 'id' }, columns });

/** A workspace with approvals on, a published model and sync, and a request of Dana's to change both. */
export async function changedModel(world: World, place: Place): Promise<{ requestId: string }> {
  const [ada, dana, erin] = await Promise.all([
    Session.of(world, place, 'ada'),
    Session.of(world, place, 'dana'),
    Session.of(world, place, 'erin'),
  ]);
  await world.warehouse.client.query(
    'create table if not exists customers (id integer primary key, email text, plan text, active boolean)',
  );
  await world.crm.client.query(
    'create table if not exists contacts (external_id integer primary key, email text, work_email text, tier text)',
  );
  const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
  const sourceId: string = (await eventually(() => ada.post('/sources', source).expect(201))).body.id;
  const destination = { name: 'CRM', type: 'postgres', ...world.crm.connection };
  const destinationId: string = (await ada.post('/destinations', destination).expect(201)).body.id;
  const { headers } = await ada.get('/workspace').expect(200);
  await ada
    .patch('/workspace/settings', { requireApprovals: true, timeZone: 'Europe/Berlin' })
    .set('if-match', headers.etag as string)
    .expect(200);

  const model = { name: 'Ideal customers', sourceId, content: modelContent(PUBLISHED), action: 'publish_now' };
  const modelId: string = (await eventually(() => erin.post('/models', model).expect(201))).body.id;
  const configuration = {
    modelId,
    destinationId,
    mode: 'upsert',
    object: 'contacts',
    mapping: [
      { column: 'id', field: 'external_id' },
      { column: 'email', field: 'email' },
    ],
    keys: ['external_id'],
  };
  const sync = { name: 'CRM contacts', content: { configuration, schedule: everySixHours }, action: 'publish_now' };
  const syncId: string = (await erin.post('/syncs', sync).expect(201)).body.id;

  const save = { basedOn: { version: 1 }, action: 'save_draft' };
  await eventually(() =>
    dana.post(`/models/${modelId}/changes`, { content: modelContent(DRAFTED), ...save }).expect(200),
  );
  const mapping = [
    { column: 'id', field: 'external_id' },
    { column: 'email', field: 'work_email' },
    { column: 'plan', field: 'tier' },
  ];
  const content = { configuration: { ...configuration, mapping }, schedule: everyAfternoon };
  await dana.post(`/syncs/${syncId}/changes`, { content, ...save }).expect(200);
  const changeSet = {
    action: 'submit',
    items: [
      { resourceId: modelId, revision: 2 },
      { resourceId: syncId, revision: 2 },
    ],
    reviewers: [place.members.erin],
    comment: 'Excludes trial accounts, as agreed with Sales.',
  };
  const { body } = await dana.post('/change-sets', changeSet).expect(202);
  return { requestId: body.requestId as string };
}
