import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, Player, World } from '../e2e/world.ts';

interface Over {
  primaryKey?: string;
  email?: 'text' | 'json';
}

export const contentOf = (query: string, { primaryKey = 'id', email = 'text' }: Over = {}) => ({
  query,
  configuration: { primaryKey },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type: email },
  ],
});

interface SyncOnBench {
  id: string;
  draft(field: string, everyHours: number): Promise<void>;
  hotfix(field: string, everyHours: number): Promise<void>;
  read(): Promise<{ draft: unknown }>;
}

/** Models to be edited in a workspace where approvals are required, by members who are signed in at the API. */
export class ModelWorkbench {
  private constructor(
    private readonly sessions: Record<'ada' | 'dana' | 'erin', Session>,
    private readonly sourceId: string,
  ) {}

  static async set(world: World, place: Place): Promise<ModelWorkbench> {
    const of = (player: Player): Promise<Session> => Session.of(world, place, player);
    const [ada, dana, erin] = await Promise.all([of('ada'), of('dana'), of('erin')]);
    await world.warehouse.client.query('create table if not exists customers (id integer primary key, email text)');
    const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
    const { body } = await eventually(() => ada.post('/sources', source).expect(201));
    const workbench = new ModelWorkbench({ ada, dana, erin }, body.id as string);
    await workbench.requireApprovals(true);
    return workbench;
  }

  async requireApprovals(requireApprovals: boolean): Promise<void> {
    const { ada } = this.sessions;
    const { headers } = await ada.get('/workspace').expect(200);
    await ada
      .patch('/workspace/settings', { requireApprovals })
      .set('if-match', headers.etag as string)
      .expect(200);
  }

  /** A published model: each further query is another version. */
  async published(name: string, ...queries: object[]): Promise<string> {
    const { erin } = this.sessions;
    const [content, ...later] = queries;
    const created = { name, sourceId: this.sourceId, content, action: 'publish_now' };
    const id: string = (await eventually(() => erin.post('/models', created).expect(201))).body.id;
    for (const [index, each] of later.entries()) await this.hotfix(id, index + 1, each);
    return id;
  }

  hotfix = (id: string, version: number, content: object) =>
    this.save('erin', id, { version }, { content, action: 'publish_now' });

  draft = (by: 'dana' | 'erin', id: string, basedOn: object, content: object) =>
    this.save(by, id, basedOn, { content, action: 'save_draft' });

  async submit(by: 'dana' | 'erin', id: string, basedOn: object, content: object, reviewers: string[]) {
    const { body } = await this.sessions[by]
      .post(`/models/${id}/changes`, { basedOn, content, action: 'submit', reviewers })
      .expect(202);
    return body.requestId as string;
  }

  /** A sync of a model to a table with the fields `id` and `email`. */
  async sync(name: string, modelId: string, { world }: { world: World }): Promise<SyncOnBench> {
    const { ada, erin } = this.sessions;
    await world.crm.client.query('create table if not exists people (id integer primary key, email text, mail text)');
    const destination = { name: 'CRM', type: 'postgres', ...world.crm.connection };
    const destinationId: string = (await ada.post('/destinations', destination).expect(201)).body.id;
    const content = (field: string, every: number) => ({
      configuration: {
        ...{ modelId, destinationId, mode: 'upsert', object: 'people', keys: ['id'] },
        mapping: [
          { column: 'id', field: 'id' },
          { column: 'email', field },
        ],
      },
      schedule: { kind: 'interval', every, unit: 'hours', timeZone: 'UTC' },
    });
    const created = { name, content: content('email', 6), action: 'publish_now' };
    const id: string = (await eventually(() => erin.post('/syncs', created).expect(201))).body.id;
    const save = (by: Session, action: string, field: string, every: number) =>
      by.post(`/syncs/${id}/changes`, { basedOn: { version: 1 }, content: content(field, every), action }).expect(200);
    return {
      id,
      draft: async (field, every) => void (await save(this.sessions.dana, 'save_draft', field, every)),
      hotfix: async (field, every) => void (await save(erin, 'publish_now', field, every)),
      read: async () => (await erin.get(`/syncs/${id}`).expect(200)).body,
    };
  }

  /** Erin approves what is in review of a model. */
  async approve(id: string): Promise<void> {
    const { erin } = this.sessions;
    const { draft } = await this.read(id);
    const path = `/approval-requests/${draft.requestId as string}`;
    const { body } = await eventually(() => erin.get(path).expect(200));
    await erin
      .post(`${path}/approve`)
      .set('if-match', `"${body.itemsHash as string}"`)
      .expect(202);
  }

  async read(id: string) {
    return (await this.sessions.erin.get(`/models/${id}`).expect(200)).body;
  }

  private async save(by: 'dana' | 'erin', id: string, basedOn: object, choice: object): Promise<void> {
    await eventually(() => this.sessions[by].post(`/models/${id}/changes`, { basedOn, ...choice }).expect(200));
  }
}
