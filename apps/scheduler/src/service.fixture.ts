import { topics } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';
import type { ServiceApp } from '@imprimatur/service-kit';
import {
  eventually,
  localBus,
  seedIdentity,
  testDatabase,
  testServiceConfig,
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

const sealingKeys = `test:${randomBytes(32).toString('base64')}`;

/** The scheduler over a database of its own, with a seeded workspace; members call it over HTTP. */
export class TestService {
  readonly world: World;

  private constructor(
    readonly database: TestDatabase,
    readonly signer: TestSigner,
    readonly workspace: SeededWorkspace,
    readonly config: SchedulerConfig,
    readonly service: ServiceApp,
    private readonly dropBus: () => Promise<void>,
  ) {
    this.world = new World(database, workspace);
  }

  /** On this bus, when it has heard from everybody there. */
  static async start(bus: BusConfig): Promise<TestService> {
    const started = await TestService.create(bus);
    const { service, workspace } = started;
    await service.start();
    await eventually(async () => {
      if (await service.bus.freshness.behind(workspace.id)) throw new Error('the projections are behind');
    });
    return started;
  }

  /** On a bus where nobody is heard; it does nothing by itself. */
  static async alone(over: Partial<SchedulerConfig> = {}): Promise<TestService> {
    const bus = await localBus();
    const joined = await TestService.create(bus.config, over, () => bus.drop());
    await joined.service.app.startAllMicroservices();
    await joined.hearBeats();
    return joined;
  }

  private static async create(
    bus: BusConfig,
    over: Partial<SchedulerConfig> = {},
    dropBus = (): Promise<void> => Promise.resolve(),
  ): Promise<TestService> {
    const database = await testDatabase({ entities: schedulerEntities, migrations: schedulerMigrations });
    const signer = await testSigner();
    const workspace = await seedIdentity(database.dataSource.manager, { signer });
    const config = {
      ...testServiceConfig(database.url, bus),
      ...runDefaults,
      ...{ sealingKeys, tickIntervalMs: 20 },
      ...over,
    };
    return new TestService(database, signer, workspace, config, await createSchedulerApp(config), dropBus);
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

  async as(member: SeededMember): Promise<Caller> {
    return new Caller(this.service, await this.signer.tokenFor(member));
  }

  async close(): Promise<void> {
    await this.service.close();
    await Promise.all([this.database.drop(), this.dropBus()]);
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
