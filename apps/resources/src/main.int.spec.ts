import {
  eventually,
  localBus,
  seedIdentity,
  ServiceProcess,
  testDatabase,
  testSigner,
  type LocalBus,
  type TestDatabase,
} from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { resourcesMigrations } from './index.ts';

describe('the service as a process of its own', () => {
  let bus: LocalBus;
  let database: TestDatabase;
  let resources: ServiceProcess;

  beforeAll(async () => {
    bus = await localBus();
    database = await testDatabase({ entities: [], migrations: resourcesMigrations });
  });
  afterAll(async () => {
    await resources.kill();
    await database.drop();
    await bus.drop();
  });

  it('tells no secret in its log, whatever happens to one, and stops when it is told to', async () => {
    const signer = await testSigner();
    const { members } = await seedIdentity(database.dataSource.manager, { signer });
    const authorization = `Bearer ${await signer.tokenFor(members.admin)}`;
    const [key, password] = [randomBytes(32).toString('base64'), `secret-${randomBytes(9).toString('hex')}`];
    resources = await ServiceProcess.start('resources', {
      ...{ BUS: 'local', BUS_DATABASE_URL: bus.config.databaseUrl, DATABASE_URL: database.url },
      ...{ SEALING_KEYS: `k1:${key}`, LOG_LEVEL: 'trace' },
    });
    const post = (path: string, body?: object) =>
      request(resources.url).post(`/api/v1${path}`).set({ authorization }).send(body);

    await eventually(() => expect(resources.said()).toContain('resources listens'), { timeoutMs: 30_000 });
    const settings = { host: '127.0.0.1', port: 1, database: 'nowhere', user: 'nobody' };
    const source = { type: 'postgres', name: 'warehouse', settings, credentials: { password } };
    await post('/sources', { ...source, credentials: { password, more: password }, name: 7 }).expect(422);
    const { body } = await post('/sources', source).expect(201);
    const { id } = body as { id: string };
    await post(`/sources/${id}/test`).expect(200);
    await post(`/sources/${id}/preview`, { query: 'select 1' }).expect(503);
    await database.dataSource.query('alter table connection rename to gone');
    await post('/sources', source).expect(500);

    expect(await resources.stop()).toBe(0);
    expect(resources.said()).toContain('request failed unexpectedly');
    for (const secret of [password, key, authorization]) expect(resources.said()).not.toContain(secret);
  });
});
