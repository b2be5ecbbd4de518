import { eventually } from '@imprimatur/testing';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { Session } from '../e2e/session.ts';
import type { World } from '../e2e/world.ts';

const ROWS = 200_000;
const patiently = { timeoutMs: 300_000, everyMs: 50 };

/** Rows a second of one large run, beside what plain COPY moves between the same two databases. */
export async function measureLargeRun(world: World, peakMegabytes: () => Promise<number>): Promise<void> {
  await world.warehouse.client.query(`
    create table orders as select n as id, 'c' || n || '@example.com' as email, n % 1000 as amount from generate_series(1, ${ROWS}) n`);
  await world.crm.client.query('create table plain (id integer primary key, email text, amount integer)');
  await world.crm.client.query('create table orders (id integer primary key, email text, amount integer)');

  const ceiling = await rowsPerSecond(() => plainCopy(world));
  const syncId = await publishedSync(world);
  for (const what of ['all rows new', 'all rows unchanged']) {
    const run = await finishedRun(syncId);
    const took = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1_000;
    const rate = Math.round(ROWS / took);
    console.log(
      `run of ${ROWS} rows, ${what}: ${rate} rows/s, ${(rate / ceiling).toFixed(2)} of plain COPY (${ceiling} rows/s)`,
    );
    console.log(`  counts: ${JSON.stringify(run.counts)}`);
  }
  console.log(`peak memory of the process: ${Math.round(await peakMegabytes())} MB`);
}

async function rowsPerSecond(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return Math.round(ROWS / ((performance.now() - begin) / 1_000));
}

async function plainCopy(world: World): Promise<void> {
  const source = world.warehouse.client.query(copyTo('copy orders (id, email, amount) to stdout'));
  const target = world.crm.client.query(copyFrom('copy plain (id, email, amount) from stdin'));
  await pipeline(source, target);
}

interface FinishedRun {
  status: string;
  startedAt: string;
  finishedAt: string;
  counts: Record<string, number>;
}

let ada: Session;

async function publishedSync(world: World): Promise<string> {
  const place = await world.workspace(`large-${Date.now()}`, 'free');
  ada = await Session.of(world, place, 'ada');
  const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
  const destination = { name: 'CRM', type: 'postgres', ...world.crm.connection };
  const sourceId = (await eventually(() => ada.post('/sources', source).expect(201), patiently)).body.id as string;
  const destinationId = (await ada.post('/destinations', destination).expect(201)).body.id as string;
  const columns = [
    { name: 'id', type: 'integer' },
    { name: 'email', type: 'text' },
    { name: 'amount', type: 'integer' },
  ];
  const content = { query: 'select id, email, amount from orders', configuration: { primaryKey: 'id' }, columns };
  const model = { name: 'Orders', sourceId, content, action: 'publish_now' };
  const modelId = (await ada.post('/models', model).expect(201)).body.id as string;
  const configuration = {
    modelId,
    destinationId,
    mode: 'upsert',
    object: 'orders',
    mapping: columns.map(({ name }) => ({ column: name, field: name })),
    keys: ['id'],
  };
  const sync = { name: 'Orders', content: { configuration, schedule: { kind: 'manual' } }, action: 'publish_now' };
  return (await ada.post('/syncs', sync).expect(201)).body.id as string;
}

async function finishedRun(syncId: string): Promise<FinishedRun> {
  const started = await eventually(() => ada.post('/runs', { syncId }).expect(201), patiently);
  return eventually(async () => {
    const { body } = await ada.get(`/runs/${started.body.id as string}`).expect(200);
    if (body.status === 'queued' || body.status === 'running') throw new Error('still running');
    if (body.status !== 'succeeded') console.log(body);
    return body as FinishedRun;
  }, patiently);
}
