import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayPostgres } from '@imprimatur/standalone';
import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import { PASSWORD, type Place, type Player, type World } from '../e2e/world.ts';
import { changedModel } from './changed-model.ts';
import { consoleWorld } from './console-world.ts';
import { startBrowser, Visitor } from './visitor.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');

const postgres = await throwAwayPostgres();
process.env.TEST_POSTGRES_URL = `postgres://postgres:throw-away@127.0.0.1:${postgres.port}/postgres`;
const [world, browser] = await Promise.all([consoleWorld(), startBrowser()]);
const place = await world.workspace('acme', 'business');
const { requestId } = await changedModel(world, place);
await moreModels(world, place);
mkdirSync(folder, { recursive: true });
await picture('review', 'erin', `/approvals/${requestId}`, async ({ page }) => {
  await page.getByText('Excludes trial accounts, as agreed with Sales.').first().waitFor();
  await page.getByText('Then runs').waitFor();
});
await picture('runs', 'ada', '/runs?view=flow', async ({ page }) => {
  await page.getByText('Order totals').first().waitFor();
});
await picture('role', 'ada', '/settings/roles/new', async ({ page }) => {
  await page.getByLabel('Name').fill('Sales analyst');
  await page.getByLabel('Models on all current and future sources').selectOption('Draft models & syncs');
  await page.getByText('Save as draft', { exact: true }).waitFor();
});
await browser.close();
await world.close();
await postgres.stop();

/** One page of the console as the README shows it. */
async function picture(name: string, player: Player, path: string, ready: (visitor: Visitor) => Promise<void>) {
  const visitor = await Visitor.enter(browser, world.origin);
  await visitor.page.goto(path);
  await visitor.signIn(place.mailOf(player), PASSWORD, place.slug);
  await ready(visitor);
  await visitor.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await visitor.page.screenshot({ path: join(folder, `${name}.png`) });
  await visitor.leave();
}

/** Company for the model in review, so that the flow has something to show. */
async function moreModels(at: World, of: Place): Promise<void> {
  const [ada, erin, dana] = await Promise.all([
    Session.of(at, of, 'ada'),
    Session.of(at, of, 'erin'),
    Session.of(at, of, 'dana'),
  ]);
  await at.warehouse.client.query('create table orders (id integer primary key, total numeric)');
  await at.crm.client.query('create table order_totals (id integer primary key, total numeric)');
  const [source] = (await ada.get('/sources').expect(200)).body.items as { id: string }[];
  const [destination] = (await ada.get('/destinations').expect(200)).body.items as { id: string }[];
  const columns = [
    { name: 'id', type: 'integer' },
    { name: 'total', type: 'decimal' },
  ];
  const content = { query: 'select id, total from orders', configuration: { primaryKey: 'id' }, columns };
  const orders = { name: 'Order totals', sourceId: source!.id, content, action: 'publish_now' };
  const modelId: string = (await erin.post('/models', orders).expect(201)).body.id;
  const configuration = {
    ...{ modelId, destinationId: destination!.id, mode: 'upsert', object: 'order_totals', keys: ['id'] },
    mapping: columns.map(({ name }) => ({ column: name, field: name })),
  };
  const sync = { name: 'Order totals to CRM', content: { configuration, schedule: { kind: 'manual' } } };
  const { id: syncId } = (await erin.post('/syncs', { ...sync, action: 'publish_now' }).expect(201)).body as {
    id: string;
  };
  await dana.post('/models', { ...orders, name: 'Churn risk', action: 'save_draft' }).expect(201);
  await eventually(() => erin.post('/runs', { syncId }).expect(201));
}
