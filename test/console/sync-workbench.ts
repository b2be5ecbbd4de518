import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, Player, World } from '../e2e/world.ts';

const columns = [
  { name: 'id', type: 'integer' },
  { name: 'email', type: 'text' },
  { name: 'tier', type: 'text' },
];
const modelContent = (query: string) => ({ query, configuration: { primaryKey: 'id' }, columns });
const QUERY = 'select id, email, tier from customers';

type Schedule = { kind: 'manual' } | { kind: 'interval'; every: number; unit: 'hours'; timeZone: string };
const manual: Schedule = { kind: 'manual' };

/** A workspace in Berlin where approvals are required, with models to sync from and tables to sync to. */
export class SyncWorkbench {
  private constructor(
    private readonly sessions: Record<'ada' | 'dana' | 'erin', Session>,
    private readonly destinationId: string,
    /** Published. */
    readonly customersId: string,
    /** Drafted, never published. */
    readonly usersId: string,
  ) {}

  static async set(world: World, place: Place): Promise<SyncWorkbench> {
    const of = (player: Player): Promise<Session> => Session.of(world, place, player);
    const [ada, dana, erin] = await Promise.all([of('ada'), of('dana'), of('erin')]);
    await world.warehouse.client.query('create table customers (id integer primary key, email text, tier text)');
    await world.crm.client.query(`
      create table contacts (external_id integer primary key, email text not null, tier text, score integer);
      create table people (id integer primary key, email text, tier uuid, joined timestamptz not null)`);
    const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
    const sourceId: string = (await eventually(() => ada.post('/sources', source).expect(201))).body.id;
    const destination = { name: 'CRM', type: 'postgres', ...world.crm.connection };
    const destinationId: string = (await ada.post('/destinations', destination).expect(201)).body.id;
    const { headers } = await ada.get('/workspace').expect(200);
    await ada
      .patch('/workspace/settings', { requireApprovals: true, timeZone: 'Europe/Berlin' })
      .set('if-match', headers.etag as string)
      .expect(200);
    const model = async (name: string, action: string): Promise<string> => {
      const body = { name, sourceId, content: modelContent(QUERY), action };
      return (await eventually(() => erin.post('/models', body).expect(201))).body.id as string;
    };
    const [customersId, usersId] = [await model('Customers', 'publish_now'), await model('users', 'save_draft')];
    return new SyncWorkbench({ ada, dana, erin }, destinationId, customersId, usersId);
  }

  content(fields: Record<string, string>, schedule: Schedule = manual) {
    const mapping = Object.entries(fields).map(([field, column]) => ({ field, column }));
    const { customersId: modelId, destinationId } = this;
    const configuration = {
      modelId,
      destinationId,
      mode: 'upsert',
      object: 'contacts',
      mapping,
      keys: ['external_id'],
    };
    return { configuration, schedule };
  }

  async published(name: string, fields = { external_id: 'id', email: 'email' }): Promise<string> {
    const body = { name, content: this.content(fields), action: 'publish_now' };
    return (await this.sessions.erin.post('/syncs', body).expect(201)).body.id as string;
  }

  async save(by: 'dana' | 'erin', id: string, basedOn: object, action: string, fields: Record<string, string>) {
    const body = { content: this.content(fields), basedOn, action };
    await this.sessions[by].post(`/syncs/${id}/changes`, body).expect(200);
  }

  async named(name: string): Promise<{ id: string } | undefined> {
    const { body } = await this.sessions.erin.get(`/syncs?q=${encodeURIComponent(name)}`).expect(200);
    return (body.items as { id: string }[])[0];
  }

  async read(id: string) {
    return (await this.sessions.erin.get(`/syncs/${id}`).expect(200)).body;
  }

  async requests() {
    return (await this.sessions.erin.get('/approval-requests').expect(200)).body.items as { items: unknown[] }[];
  }
}
