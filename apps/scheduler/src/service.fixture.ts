import { topics } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';
import type { ServiceApp } from '@imprimatur/service-kit';
import {
  eventually,
  seedIdentity,
  testDatabase,
  testSigner,
  type SeededMember,
  type SeededWorkspace,
  type TestDatabase,
  type TestSigner,
} from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import supertest from 'supertest';
import { runDefaults, type SchedulerConfig } from './config.ts';
import { createSchedulerApp, schedulerMigrations } from './create-scheduler-app.ts';
import { schedulerEntities } from './persistence/schema.ts';
import { World } from './use-cases/world.fixture.ts';

const SEALING_KEY = randomBytes(32).toString('base64');

export const testConfig = (databaseUrl: string, bus: BusConfig): SchedulerConfig => ({
  ...runDefaults,
  databaseUrl,
  databasePoolSize: 8,
  bus,
  host: '127.0.0.1',
  port: 0,
  adminPort: null,
  publicUrl: 'http://localhost:8080',
  logLevel: 'silent',
  sealingKeys: `test:${SEALING_KEY}`,
  tickIntervalMs: 20,
});

/** The scheduler over a database of its own, with a seeded workspace; members call it over HTTP. */
export class TestService {
  readonly world: World;

  private constructor(
    readonly database: TestDatabase,
    readonly signer: TestSigner,
    readonly workspace: SeededWorkspace,
    readonly config: SchedulerConfig,
    readonly service: ServiceApp,
  ) {
    this.world = new World(database, workspace);
  }

  /** Put together, but not started: nothing runs by itself. */
  static async create(bus: BusConfig, over: Partial<SchedulerConfig> = {}): Promise<TestService> {
    const database = await testDatabase({ entities: schedulerEntities, migrations: schedulerMigrations });
    const signer = await testSigner();
    const workspace = await seedIdentity(database.dataSource.manager, { signer });
    const config = { ...testConfig(database.url, bus), ...over };
    return new TestService(database, signer, workspace, config, await createSchedulerApp(config));
  }

  /** Joins the bus, on which nobody is heard, and does nothing by itself. */
  async join(): Promise<void> {
    await this.service.app.startAllMicroservices();
    await this.hearBeats();
  }

  /** As if every neighbour had just sent its beat, and went on to. */
  async hearBeats(): Promise<void> {
    await this.database.dataSource.query(
      `insert into projection_beat (group_name, topic, partition, at)
       select group_name, topic, 0, now() + interval '1 day' from unnest($1::text[], $2::text[]) as g(group_name, topic)`,
      [
        ['scheduler.access.g1', 'scheduler.resources.g1', 'scheduler.connections.g1'],
        [topics.identityState.name, topics.resourcesState.name, topics.resourcesConnections.name],
      ],
    );
  }

  /** As if the neighbours had fallen silent. */
  async fallBehind(): Promise<void> {
    await this.database.dataSource.query('delete from projection_beat');
  }

  /** Joins the bus and waits until it has heard from everybody. */
  async start(): Promise<void> {
    await this.service.start();
    await this.caughtUp();
  }

  async caughtUp(): Promise<void> {
    await eventually(async () => {
      if (await this.service.bus.freshness.behind(this.workspace.id)) throw new Error('the projections are behind');
    });
  }

  async as(member: SeededMember): Promise<Caller> {
    return new Caller(this.service, await this.signer.tokenFor(member));
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.database.drop();
  }
}

/** A member who is signed in. */
export class Caller {
  constructor(
    private readonly service: ServiceApp,
    private readonly token: string,
  ) {}

  get(path: string): supertest.Test {
    return supertest(this.service.app.getHttpServer()).get(`/api/v1${path}`).auth(this.token, { type: 'bearer' });
  }

  post(path: string, body: object = {}): supertest.Test {
    return supertest(this.service.app.getHttpServer())
      .post(`/api/v1${path}`)
      .auth(this.token, { type: 'bearer' })
      .send(body);
  }
}
