import { services } from '@imprimatur/contracts';
import { mergedOpenApi } from '@imprimatur/standalone';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import type { Answer, Sent } from '../rights/client.ts';
import { databaseState, difference, settled, type DatabaseState } from '../rights/database-state.ts';
import { idsIn, of } from './of-workspace.ts';
import { idsOf, type IdAt, type Place } from './sample.ts';
import { Sweep, type Route } from './sweep.ts';
import { nobodys, SAME_NAME, twin, type Ids, type Twin } from './twin.ts';

/** A request that names something, once as the other workspace's and once as nobody's. */
interface Probe {
  name: string;
  route: Route;
  foreign: (ids: Ids) => IdAt;
  inPath: boolean;
}

type Tag = () => Promise<string | undefined>;

describe('a workspace and its twin', () => {
  let world: InProcessWorld;
  let ours: Twin;
  let theirs: Twin;
  let sweep: Sweep;
  let routes: Route[];
  let unbuildable: string[];
  let theirIds: ReadonlySet<string>;

  beforeAll(async () => {
    world = await inProcessWorld();
    await world.warehouse.client.query('create table customers (id int primary key, email text, city text)');
    await world.crm.client.query('create table crm_contacts (external_id int primary key, email text)');
    [ours, theirs] = [await twin(world, 'ours'), await twin(world, 'theirs')];
    const state = await stateNow();
    theirIds = idsIn(of(theirs, state), of(ours, state));
    const documents = services.map((service) => [service, world.app(service).openapi()]);
    const document = mergedOpenApi(Object.fromEntries(documents) as Parameters<typeof mergedOpenApi>[0]);
    sweep = new Sweep(document);
    ({ routes, unbuildable } = sweep.routes());
  }, 180_000);

  afterAll(() => world.close());

  async function stateNow(): Promise<DatabaseState> {
    await settled(world);
    return databaseState(world);
  }

  const nameOf = ({ operation, choice }: Route): string => `${operation.name}${choice === null ? '' : ` (${choice})`}`;

  /** Each id by itself, among ids that are all right; and all at once. */
  function probes(): Probe[] {
    return routes.flatMap((route) => {
      const at =
        (only: Place | null) =>
        (ids: Ids): IdAt =>
        (place) =>
          (only === null || place.at === only.at ? ids : ours.ids)[place.kind];
      const each = route.places.map((place) => ({
        ...{ name: `${nameOf(route)}, ${place.at}`, route },
        ...{ foreign: at(place), inPath: place.at.startsWith('path ') },
      }));
      const all = { name: `${nameOf(route)}, every id`, route, foreign: at(null) };
      const inPath = route.places.some((place) => place.at.startsWith('path '));
      return route.places.length > 1 ? [...each, { ...all, inPath }] : each;
    });
  }

  it('are asked for by every route there is: a request can be built for each', () => {
    expect(unbuildable).toEqual([]);
    expect(routes.length).toBeGreaterThan(80);
  });

  it('are alike to the number of their first request', async () => {
    const numberOf = async ({ boss, ids }: Twin): Promise<number> =>
      (await boss.get(`/approval-requests/${ids.request}`)).body.number as number;
    expect([await numberOf(ours), await numberOf(theirs)]).toEqual([1, 1]);
    expect(theirIds.size).toBeGreaterThan(40);
  });

  it('are in no list or search of each other, nor where a page of the other goes on', async () => {
    const lists = routes.filter(({ operation }) => operation.name.startsWith('GET ') && !operation.path.includes('{'));
    expect(lists.length).toBeGreaterThan(10);
    const found: string[] = [];
    const missing: string[] = [];
    for (const { operation } of lists) {
      const path = operation.path.replace('/api/v1', '');
      const takes = (name: string): boolean => operation.parameters.some((parameter) => parameter.name === name);
      const queries = ['', ...(takes('q') ? [`?q=${SAME_NAME}`, `?q=${theirs.slug}`] : [])];
      if (takes('cursor')) {
        const page = await theirs.boss.send({ method: 'GET', path: `${path}?limit=1` });
        const cursor = page.body?.nextCursor as string | null;
        if (cursor !== null) queries.push(`?cursor=${encodeURIComponent(cursor)}`);
      }
      if (takes('tab')) queries.push('?tab=open', '?tab=mine', '?tab=closed');
      for (const query of queries) {
        const answer = await ours.boss.send({ method: 'GET', path: `${path}${query}` });
        found.push(...leaks(answer, {}).map((leak) => `${path}${query} ${leak}`));
        if (query === `?q=${SAME_NAME}` && answer.body.items.length === 0 && path !== '/approval-requests')
          missing.push(`${path}${query}`);
      }
    }
    expect(found).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('never meet in a row of any database, so in no event, copy or mail', async () => {
    const state = await stateNow();
    const [our, their] = [of(ours, state), of(theirs, state)];
    const mentions = (rows: DatabaseState, strangers: ReadonlySet<string>): string[] =>
      [...rows].flatMap(([table, all]) =>
        [...all]
          .filter((row) => (row.match(UUID) ?? []).some((id) => strangers.has(id)))
          .map((row) => `${table} ${row}`),
      );
    expect(our.get('resources.outbox')!.size).toBeGreaterThan(10);
    expect(mentions(our, idsIn(their, our))).toEqual([]);
    expect(mentions(their, idsIn(our, their))).toEqual([]);
  });

  it('write to their own people only, about their own things', async () => {
    const { mails } = world;
    await mails.next(({ recipients }) => recipients.includes('boss@theirs.example'));
    const [toUs, toThem] = ['ours', 'theirs'].map((slug) =>
      mails.messages().filter(({ recipients }) => recipients.some((each) => each.endsWith(`@${slug}.example`))),
    );
    expect(toUs!.length).toBeGreaterThan(0);
    expect(toThem!.length).toBeGreaterThan(0);
    expect(JSON.stringify(toUs)).not.toContain(theirs.ids.request);
    expect(JSON.stringify(toThem)).not.toContain(ours.ids.request);
  });

  it('can use the same Idempotency-Key, each for their own', async () => {
    const create = async ({ boss }: Twin): Promise<string> => {
      const body = { type: 'postgres', name: SAME_NAME, ...world.warehouse.connection };
      const answer = await boss.must({ method: 'POST', path: '/sources', body, idempotencyKey: 'the-same' });
      return answer.body.id as string;
    };
    const [first, second, again] = [await create(ours), await create(theirs), await create(ours)];
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });

  it('do not exist for each other, by any route and wherever the id stands', async () => {
    const before = of(theirs, await stateNow());
    const found: string[] = [];
    let asked = 0;
    for (const { name, route, foreign, inPath } of probes()) {
      for (const tag of await tagsOf(route, inPath)) {
        const request = async (ids: Ids): Promise<Sent> => sweep.request(route, foreign(ids), await tag());
        const control = await ours.boss.send(await request(nobodys()));
        const sent = await request(theirs.ids);
        asked += 1;
        const answer = await ours.boss.send(sent);
        if (answer.status >= 500) found.push(`${name}: answers ${answer.status}`);
        if (inPath && answer.status !== 404) found.push(`${name}: answers ${answer.status} ${answer.text}`);
        if (outcome(answer) !== outcome(control))
          found.push(`${name}: answers ${outcome(answer)}, and ${outcome(control)} where nothing is`);
        found.push(...leaks(answer, sent).map((leak) => `${name}: ${leak}`));
      }
    }
    process.stdout.write(
      `isolation: ${asked} requests with ids of the other workspace, ${routes.length} ways to call\n`,
    );
    expect(difference(before, of(theirs, await stateNow()))).toEqual([]);
    expect(found).toEqual([]);
  }, 120_000);

  /** If what is asked for is theirs, what they see of it: guessing right must not help. If it is ours, what we see. */
  async function tagsOf({ operation, takesIfMatch, places }: Route, inPath: boolean): Promise<Tag[]> {
    if (!takesIfMatch) return [() => Promise.resolve(undefined)];
    const template = operation.path.replace('/api/v1', '').split('/').slice(0, 3).join('/');
    const see = ({ boss, ids }: Twin): Promise<Answer> =>
      boss.send({ method: 'GET', path: template.replace(/\{\w+\}/, ids[places[0]?.kind ?? 'model']) });
    if (!inPath) return [async () => (await see(ours)).etag ?? '1'];
    const { etag, body } = await see(theirs);
    const revision = body?.draft?.revision as number | undefined;
    const tags = new Set([etag ?? '1', '1', ...(revision === undefined ? [] : [String(revision)])]);
    return [...tags].map((tag) => () => Promise.resolve(tag));
  }

  const outcome = ({ status, body }: Answer): string =>
    status < 300 ? `${status} ${withoutIds(body)}` : `${status} ${body?.code as string}`;

  function leaks({ text }: Answer, sent: object): string[] {
    const said = JSON.stringify(sent);
    const told = (text.match(UUID) ?? []).filter((id) => theirIds.has(id) && !said.includes(id));
    return told.map((id) => `tells of ${id}`);
  }

  it('can be asked for by every route that takes an id, which finds what is there', async () => {
    const lost: string[] = [];
    for (const route of routes.filter(({ places }) => places.length > 0)) {
      const sent = sweep.request(route, idsOf(theirs.ids), route.takesIfMatch ? 'not what is there' : undefined);
      const { status, text } = await theirs.boss.send(sent);
      if (![200, 201, 202, 204, 409, 412].includes(status)) lost.push(`${nameOf(route)}: ${status} ${text}`);
    }
    expect(lost).toEqual([]);
  }, 60_000);
});

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** But for what differs from one request to the next. */
const withoutIds = (body: unknown): string =>
  JSON.stringify(body ?? null)
    .replaceAll(UUID, 'an id')
    .replaceAll(/Sample \d+/g, 'a name')
    .replaceAll(/"version":\d+/g, '"version":0')
    .replaceAll(/"elapsedMs":\d+/g, '"elapsedMs":0');
