import {
  DraftReleased,
  RequestSubmitted,
  type DataOf,
  type DraftSubmitted,
  type EventContract,
  type ModelContent,
  type SyncContent,
  type WorkspaceSettings,
} from '@imprimatur/contracts';
import type { ServiceApp } from '@imprimatur/service-kit';
import {
  connectionTo,
  emptyDatabase,
  eventually,
  localBus,
  modelContent,
  seedIdentity,
  Sender,
  syncContent,
  testDatabase,
  testServiceConfig,
  testSigner,
  type DatabaseConnection,
  type SeededWorkspace,
  type TestSigner,
} from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import request, { type Test } from 'supertest';
import { submittedOf } from './decisions.fixture.ts';
import { createResourcesApp, resourcesMigrations } from '../create-resources-app.ts';

export interface Caller {
  id: string;
  workspaceId: string;
}

export interface SentEvent<Data = Record<string, unknown>> {
  type: string;
  subject: string;
  actor: string | null;
  data: Data;
}

export interface Saved {
  id: string;
  revision: number;
  version: number | null;
  requestId: string | null;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Fields = Record<string, unknown>;

/** The service on a database and a local bus of its own, with approvals and identity-roles played by the test. */
export class ResourcesWorld {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly service: ServiceApp,
    readonly approvals: Sender,
    readonly identity: Sender,
    /** Where a source or destination of the tests is. */
    readonly warehouseUrl: URL,
    private readonly signer: TestSigner,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<ResourcesWorld> {
    const database = await testDatabase({ entities: [], migrations: resourcesMigrations });
    const [bus, warehouse] = [await localBus(), await emptyDatabase('warehouse')];
    const approvals = await Sender.start('approvals', bus.config);
    const identity = await Sender.start('identity-roles', bus.config);
    const service = await createResourcesApp({
      ...testServiceConfig(database.url, bus.config),
      databasePoolSize: 20,
      sealingKeys: `test:${randomBytes(32).toString('base64')}`,
    });
    await service.start();
    const drop = async (): Promise<void> => {
      await Promise.all([service.close(), approvals.close(), identity.close()]);
      await Promise.all([database.drop(), bus.drop(), warehouse.drop()]);
    };
    return new ResourcesWorld(service, approvals, identity, new URL(warehouse.url), await testSigner(), drop);
  }

  close(): Promise<void> {
    return this.drop();
  }

  /** A workspace with the nine roles and a member of each, all signed in. */
  async workspace(settings: Partial<WorkspaceSettings> = {}): Promise<SeededWorkspace> {
    const workspace = await seedIdentity(this.service.dataSource.manager, { settings, signer: this.signer });
    for (const member of Object.values(workspace.members)) await this.signIn(member);
    await this.confirmed(workspace.id);
    return workspace;
  }

  confirmed(workspaceId: string): Promise<void> {
    return eventually(async () => {
      if (await this.service.bus.freshness.behind(workspaceId)) throw new Error('still behind');
    });
  }

  async setting(workspaceId: string, settings: Partial<WorkspaceSettings>): Promise<void> {
    await this.service.dataSource.query('update access_workspace set settings = settings || $2 where id = $1', [
      workspaceId,
      JSON.stringify(settings),
    ]);
  }

  async signIn(caller: Caller): Promise<void> {
    this.tokens.set(caller.id, await this.signer.tokenFor(caller));
  }

  /** Calls the API as a member who is signed in; `path` follows `/api/v1`. */
  call(caller: Caller, method: Method, path: string, body?: Fields, ifMatch?: string | number): Test {
    const token = this.tokens.get(caller.id);
    if (token === undefined) throw new Error('sign in first');
    const test = request(this.service.app.getHttpServer())
      [method](`/api/v1${path}`)
      .set('authorization', `Bearer ${token}`);
    if (ifMatch !== undefined) void test.set('if-match', `"${ifMatch}"`);
    return body === undefined ? test : test.send(body);
  }

  /** The ETag of what the member sees there now, without quotes. */
  async etagOf(caller: Caller, path: string): Promise<string> {
    const { headers } = await this.call(caller, 'get', path).expect(200);
    return JSON.parse(headers['etag'] as string) as string;
  }

  /** A source or destination on the warehouse. */
  async connection(admin: Caller, kind: 'sources' | 'destinations', name = kind.slice(0, -1)): Promise<string> {
    const body = { type: 'postgres', name, settings: this.warehouse(), credentials: this.password() };
    const { body: created } = await this.call(admin, 'post', `/${kind}`, body).expect(201);
    return (created as { id: string }).id;
  }

  warehouse(): DatabaseConnection['settings'] {
    return connectionTo(this.warehouseUrl.href).settings;
  }

  password(): DatabaseConnection['credentials'] {
    return connectionTo(this.warehouseUrl.href).credentials;
  }

  async model(by: Caller, sourceId: string, over: Fields & { content?: ModelContent } = {}): Promise<Saved> {
    const body = { name: 'customers', sourceId, content: modelContent(), action: 'publish_now', ...over };
    return (await this.call(by, 'post', '/models', body).expect(201)).body as Saved;
  }

  async sync(by: Caller, modelId: string, destinationId: string, over: Fields = {}): Promise<Saved> {
    return (await this.trySync(by, modelId, destinationId, over).expect(201)).body as Saved;
  }

  /** Creates a sync, or is refused. */
  trySync(by: Caller, modelId: string, destinationId: string, over: Fields = {}): Test {
    const content: SyncContent = syncContent({ configuration: { modelId, destinationId } });
    return this.call(by, 'post', '/syncs', {
      ...{ name: 'customers to the CRM', content, action: 'publish_now', ...over },
    });
  }

  /** What the service has put into its outbox for a workspace, in order. */
  events(workspaceId: string): Promise<SentEvent[]> {
    return this.sent('workspace_id = $1', [workspaceId]);
  }

  /** What of it is about a subject. */
  eventsAbout(workspaceId: string, subject: string): Promise<SentEvent[]> {
    return this.sent('workspace_id = $1 and subject = $2', [workspaceId, subject]);
  }

  async eventsOf<C extends EventContract>(
    contract: C,
    workspaceId: string,
    subject?: string,
  ): Promise<SentEvent<DataOf<C>>[]> {
    const events = await (subject === undefined ? this.events(workspaceId) : this.eventsAbout(workspaceId, subject));
    return events.filter(({ type }) => type === contract.type) as SentEvent<DataOf<C>>[];
  }

  private sent(condition: string, values: string[]): Promise<SentEvent[]> {
    return this.service.dataSource.query(
      `select type, subject, actor, data from outbox where ${condition} order by id`,
      values,
    );
  }

  /** Waits until the service knows that approvals has the request, under this number. */
  async requested(workspaceId: string, submission: DataOf<typeof DraftSubmitted>, number: number): Promise<void> {
    const { requestId } = submission;
    await this.approvals.send(RequestSubmitted, workspaceId, requestId, { ...submittedOf(submission), number });
    await eventually(async () => {
      const known: unknown[] = await this.service.dataSource.query(
        'select 1 from submission where workspace_id = $1 and request_id = $2 and number = $3',
        [workspaceId, requestId, number],
      );
      if (known.length === 0) throw new Error('not acknowledged yet');
    });
  }

  /** Waits until the drafts of a request are editable again, or gone. */
  async released(workspaceId: string, requestId: string): Promise<void> {
    await this.nextEvent(DraftReleased, workspaceId, requestId);
  }

  /** Waits for the `count`th event of a contract about a subject. */
  nextEvent<C extends EventContract>(contract: C, workspaceId: string, subject: string, count = 1): Promise<DataOf<C>> {
    return eventually(async () => {
      const event = (await this.eventsOf(contract, workspaceId, subject))[count - 1];
      if (event === undefined) throw new Error(`no ${contract.type} about ${subject} yet`);
      return event.data;
    });
  }
}
