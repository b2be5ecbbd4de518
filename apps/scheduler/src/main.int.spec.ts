import {
  eventually,
  localBus,
  seedIdentity,
  ServiceProcess,
  testDatabase,
  type LocalBus,
  type TestDatabase,
} from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import { schedulerMigrations } from './create-scheduler-app.ts';
import { everyHour, modelVersion } from './domain/states.fixture.ts';
import { Neighbours } from './neighbours.fixture.ts';
import { schedulerEntities } from './persistence/schema.ts';
import { World } from './use-cases/world.fixture.ts';
import { Warehouse } from './warehouse.fixture.ts';

describe('the scheduler as a process of its own', () => {
  let bus: LocalBus;
  let database: TestDatabase;
  let neighbours: Neighbours;
  let source: Warehouse;
  let scheduler: ServiceProcess;

  beforeAll(async () => {
    bus = await localBus();
    neighbours = await Neighbours.start(bus.config);
    database = await testDatabase({ entities: schedulerEntities, migrations: schedulerMigrations });
    source = await Warehouse.create('create table customers (id int primary key, email text)');
  });
  afterAll(async () => {
    await scheduler.kill();
    await neighbours.close();
    await Promise.all([database.drop(), source.drop()]);
    await bus.drop();
  });

  it('runs what is due, tells no secret, and stops when it is told to', async () => {
    const key = randomBytes(32).toString('base64');
    const world = new World(database, await seedIdentity(database.dataSource.manager));
    const model = await world.hearOfModel({ sourceId: source.id, published: modelVersion() });
    const connection = source.connection('source', world.workspace.id, `test:${key}`);
    await world.inTransaction((tx) => world.states.putConnection(tx, connection));
    const anchor = new Date(Date.now() - 5_400_000);
    const sync = await world.hearOfSyncOn(model, { schedule: everyHour, anchor });

    scheduler = await ServiceProcess.start('scheduler', {
      ...{ BUS: 'local', BUS_DATABASE_URL: bus.config.databaseUrl, DATABASE_URL: database.url },
      ...{ SEALING_KEYS: `test:${key}`, LOG_LEVEL: 'debug' },
    });

    await eventually(
      async () => {
        const [run] = await world.runsOf(sync);
        expect(run).toMatchObject({ status: 'failed', failure: { code: 'destination.not-connected' } });
      },
      { timeoutMs: 30_000 },
    );

    expect(await scheduler.stop()).toBe(0);
    expect(scheduler.said()).toContain('a run ended');
    for (const secret of [source.password, key]) expect(scheduler.said()).not.toContain(secret);
  });
});
