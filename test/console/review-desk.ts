import { eventually } from '@imprimatur/testing';
import pg from 'pg';
import { Session } from '../e2e/session.ts';
import type { Place, Player, World } from '../e2e/world.ts';

type Hands = Record<'ada' | 'dana' | 'erin', Session>;
interface Asked {
  comment?: string;
  reviewers?: Player[];
}

export const contentOf = (query: string) => ({
  query,
  configuration: { primaryKey: 'id' },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type: 'text' },
  ],
});

/** Requests to be decided in a workspace that requires approvals: Dana asks, Erin and Ben decide. */
export class ReviewDesk {
  private constructor(
    private readonly world: World,
    private readonly place: Place,
    private readonly hands: Hands,
    readonly sources: { warehouse: string; finance: string },
  ) {}

  static async set(world: World, place: Place): Promise<ReviewDesk> {
    const of = (player: Player): Promise<Session> => Session.of(world, place, player);
    const [ada, dana, erin] = await Promise.all([of('ada'), of('dana'), of('erin')]);
    await world.warehouse.client.query(`
      create table if not exists people (id integer primary key, email text, plan text);
      insert into people select n, 'p' || n || '@example.com', (array['free', 'pro'])[1 + n % 2] from generate_series(1, 12) n
        on conflict do nothing`);
    const source = async (name: string): Promise<string> => {
      const body = { name, type: 'postgres', ...world.warehouse.connection };
      return (await eventually(() => ada.post('/sources', body).expect(201))).body.id as string;
    };
    const sources = { warehouse: await source('Warehouse'), finance: await source('Finance') };
    const desk = new ReviewDesk(world, place, { ada, dana, erin }, sources);
    await desk.settings({ requireApprovals: true, timeZone: 'Europe/Berlin' });
    return desk;
  }

  async settings(settings: object): Promise<void> {
    const { headers } = await this.hands.ada.get('/workspace').expect(200);
    await this.hands.ada
      .patch('/workspace/settings', settings)
      .set('if-match', headers.etag as string)
      .expect(200);
  }

  async published(name: string, query: string, sourceId = this.sources.warehouse): Promise<string> {
    const model = { name, sourceId, content: contentOf(query), action: 'publish_now' };
    return (await eventually(() => this.hands.erin.post('/models', model).expect(201))).body.id as string;
  }

  /** Publishes around a draft. */
  async hotfix(modelId: string, version: number, query: string): Promise<void> {
    const change = { content: contentOf(query), basedOn: { version }, action: 'publish_now' };
    await this.hands.erin.post(`/models/${modelId}/changes`, change).expect(200);
  }

  /** A change of a published model, in review; `waiting` until it can be looked at. */
  async asked(modelId: string, query: string, { comment, reviewers = ['erin'] }: Asked = {}): Promise<string> {
    const requestId = await this.submitted(modelId, query, { ...(comment !== undefined && { comment }), reviewers });
    await this.isThere(requestId);
    return requestId;
  }

  async submitted(modelId: string, query: string, { comment, reviewers = ['erin'] }: Asked = {}): Promise<string> {
    const change = {
      ...{ content: contentOf(query), basedOn: { version: 1 }, action: 'submit', comment },
      reviewers: reviewers.map((player) => this.place.members[player]),
    };
    const { body } = await eventually(() => this.hands.dana.post(`/models/${modelId}/changes`, change).expect(202));
    return body.requestId as string;
  }

  /** A request for a model that was never published. */
  async askedForNew(name: string, query: string): Promise<string> {
    const model = { name, sourceId: this.sources.warehouse, content: contentOf(query), action: 'submit' };
    const { body } = await this.hands.dana
      .post('/models', { ...model, reviewers: [this.place.members.erin] })
      .expect(201);
    await this.isThere(body.requestId as string);
    return body.requestId as string;
  }

  /** One request for drafts of several published models. */
  async askedForAll(modelIds: string[], query: string): Promise<string> {
    const items: object[] = [];
    for (const resourceId of modelIds) {
      const draft = { content: contentOf(query), basedOn: { version: 1 }, action: 'save_draft' };
      await eventually(() => this.hands.dana.post(`/models/${resourceId}/changes`, draft).expect(200));
      items.push({ resourceId, revision: 2 });
    }
    const changeSet = { action: 'submit', items, reviewers: [this.place.members.erin] };
    const { body } = await this.hands.dana.post('/change-sets', changeSet).expect(202);
    await this.isThere(body.requestId as string);
    return body.requestId as string;
  }

  /** Submits what was withdrawn once more. */
  async askedAgain(modelId: string, revision: number): Promise<string> {
    const changeSet = {
      action: 'submit',
      items: [{ resourceId: modelId, revision }],
      reviewers: [this.place.members.erin],
    };
    const { body } = await eventually(() => this.hands.dana.post('/change-sets', changeSet).expect(202));
    await this.isThere(body.requestId as string);
    return body.requestId as string;
  }

  /** Lets somebody view one source and nothing else. */
  async narrow(player: Player, sourceId: string): Promise<void> {
    const nothing = {
      settings: false,
      members: false,
      roles: false,
      audiences: false,
      journeys: false,
      auditLog: false,
    };
    const grant = { view: true, configure: false, models: 'none', syncs: 'none', approve: true, run: false };
    const role = {
      name: `Only ${sourceId}`,
      workspace: nothing,
      sources: [{ scope: sourceId, ...grant }],
      destinations: [],
    };
    const roleId: string = (await this.hands.ada.post('/roles', role).expect(201)).body.id;
    const { headers } = await this.hands.ada.get(`/members/${this.place.members[player]}`).expect(200);
    await this.hands.ada
      .patch(`/members/${this.place.members[player]}`, { roleId })
      .set('if-match', headers.etag as string)
      .expect(200);
  }

  /** As if something was wrong with the draft behind everybody's back, until it is mended. */
  async tampered(modelId: string): Promise<() => Promise<void>> {
    const run = async (sql: string): Promise<void> => {
      const client = new pg.Client(this.world.databaseUrl('resources'));
      await client.connect();
      await client.query(sql, [modelId]);
      await client.end();
    };
    await run('update draft set base_version = null where resource_id = $1');
    return () => run('update draft set base_version = 1 where resource_id = $1');
  }

  async withdrawn(requestId: string): Promise<void> {
    await this.hands.dana.post(`/approval-requests/${requestId}/withdraw`).expect(202);
  }

  async status(requestId: string): Promise<string> {
    return (await this.hands.erin.get(`/approval-requests/${requestId}`).expect(200)).body.status as string;
  }

  private async isThere(requestId: string): Promise<void> {
    await eventually(() => this.hands.erin.get(`/approval-requests/${requestId}`).expect(200));
  }
}
