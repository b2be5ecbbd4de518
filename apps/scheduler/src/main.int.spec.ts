import { prepareLocalBus } from '@imprimatur/messaging';
import {
  emptyDatabase,
  eventually,
  seedIdentity,
  testDatabase,
  type EmptyDatabase,
  type TestDatabase,
} from '@imprimatur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import process from 'node:process';
import { schedulerMigrations } from './create-scheduler-app.ts';
import { everyHour, modelVersion } from './domain/states.fixture.ts';
import { Neighbours } from './neighbours.fixture.ts';
import { schedulerEntities } from './persistence/schema.ts';
import { testConfig } from './service.fixture.ts';
import { World } from './use-cases/world.fixture.ts';
import { Warehouse } from './warehouse.fixture.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUN = ['--import', './tools/swc-hook.mjs', '--conditions=@imprimatur/source', 'apps/scheduler/src/main.ts'];

describe('the scheduler as a process of its own', () => {
  let busDatabase: EmptyDatabase;
  let database: TestDatabase;
  let neighbours: Neighbours;
  let source: Warehouse;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    busDatabase = await emptyDatabase('bus');
    await prepareLocalBus(busDatabase.url);
    neighbours = await Neighbours.start({ kind: 'local', databaseUrl: busDatabase.url });
    database = await testDatabase({ entities: schedulerEntities, migrations: schedulerMigrations });
    source = await Warehouse.create('create table customers (id int primary key, email text)');
  }, 60_000);
  afterAll(async () => {
    child?.kill('SIGKILL');
    await neighbours.close();
    await Promise.all([database.drop(), source.drop()]);
    await busDatabase.drop();
  });

  it('runs what is due, tells no secret, and stops when it is told to', async () => {
    const { sealingKeys } = testConfig(database.url, { kind: 'local', databaseUrl: busDatabase.url });
    const world = new World(database, await seedIdentity(database.dataSource.manager));
    const model = await world.hearOfModel({ sourceId: source.id, published: modelVersion() });
    const connection = source.connection('source', world.workspace.id, sealingKeys);
    await world.inTransaction((tx) => world.states.putConnection(tx, connection));
    const anchor = new Date(Date.now() - 5_400_000);
    const sync = await world.hearOfSyncOn(model, { schedule: everyHour, anchor });

    child = spawn(process.execPath, RUN, {
      cwd: ROOT,
      env: {
        ...{ BUS: 'local', BUS_DATABASE_URL: busDatabase.url, DATABASE_URL: database.url },
        ...{ PORT: '0', SEALING_KEYS: sealingKeys, LOG_LEVEL: 'debug' },
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));

    await eventually(
      async () => {
        const [run] = await world.runsOf(sync);
        expect(run).toMatchObject({ status: 'failed', failure: { code: 'destination.not-connected' } });
      },
      { timeoutMs: 30_000 },
    );
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];

    expect(code).toBe(0);
    expect(said).toContain('a run ended');
    for (const secret of [source.password, sealingKeys.split(':')[1]!]) expect(said).not.toContain(secret);
  }, 60_000);
});
