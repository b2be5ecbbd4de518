import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, World } from '../e2e/world.ts';

const HOSTILE = 'Orders <img src=x onerror=alert(1)> ‮txet';
const manual = { kind: 'manual' };

export interface RunsOfPlace {
  /** One that wrote some rows and had one rejected. */
  rejectedId: string;
  /** One that failed. */
  failedId: string;
  /** The sync that a drafted model holds. */
  heldSyncId: string;
  ordersSyncId: string;
}

/** Beside a model in review: a sync whose destination takes all rows but one, one that fails, and a run that is refused. */
export async function runsOfPlace(world: World, place: Place): Promise<RunsOfPlace> {
  const [ada, erin] = await Promise.all([Session.of(world, place, 'ada'), Session.of(world, place, 'erin')]);
  await world.warehouse.client.query('create table orders (id integer primary key, total numeric)');
  await world.warehouse.client.query('insert into orders select n, n * 10 from generate_series(1, 24) n');
  await world.warehouse.client.query('insert into orders values (25, -1)');
  await world.crm.client.query(
    'create table orders (id integer primary key, total numeric constraint total_is_positive check (total >= 0))',
  );
  const [source] = (await ada.get('/sources').expect(200)).body.items as { id: string }[];
  const [destination] = (await ada.get('/destinations').expect(200)).body.items as { id: string }[];
  const columns = [
    { name: 'id', type: 'integer' },
    { name: 'total', type: 'decimal' },
  ];
  const content = { query: 'select id, total from orders', configuration: { primaryKey: 'id' }, columns };
  const model = { name: HOSTILE, sourceId: source!.id, content, action: 'publish_now' };
  const modelId: string = (await erin.post('/models', model).expect(201)).body.id;

  const syncTo = async (name: string, object: string): Promise<string> => {
    const configuration = {
      ...{ modelId, destinationId: destination!.id, mode: 'upsert', object, keys: ['id'] },
      mapping: columns.map((column) => ({ column: column.name, field: column.name })),
    };
    const sync = { name, content: { configuration, schedule: manual }, action: 'publish_now' };
    return (await erin.post('/syncs', sync).expect(201)).body.id as string;
  };
  const ordersSyncId = await syncTo('Orders to CRM', 'orders');
  const failingId = await syncTo('Orders to archive', 'no_such_table');
  const rejectedId = await finishedRun(erin, ordersSyncId);
  const failedId = await finishedRun(erin, failingId);

  const syncs = (await erin.get('/syncs?q=CRM contacts').expect(200)).body.items as { id: string }[];
  const heldSyncId = syncs[0]!.id;
  await eventually(() => erin.post('/runs', { syncId: heldSyncId }).expect(409));
  return { rejectedId, failedId, heldSyncId, ordersSyncId };
}

export const runAgain = async (world: World, place: Place, syncId: string): Promise<string> =>
  finishedRun(await Session.of(world, place, 'erin'), syncId);

async function finishedRun(by: Session, syncId: string): Promise<string> {
  const { body } = await eventually(() => by.post('/runs', { syncId }).expect(201));
  await eventually(
    async () => {
      const { status } = (await by.get(`/runs/${body.id}`).expect(200)).body as { status: string };
      if (status === 'queued' || status === 'running') throw new Error(`the run is ${status}`);
    },
    { timeoutMs: 30_000 },
  );
  return body.id as string;
}
