import { prepareLocalBus } from '@imprimatur/messaging';
import {
  emptyDatabase,
  eventually,
  seedIdentity,
  testDatabase,
  testSigner,
  type EmptyDatabase,
  type TestDatabase,
} from '@imprimatur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import process from 'node:process';
import request from 'supertest';
import { resourcesMigrations } from './index.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUN = ['--import', './tools/swc-hook.mjs', '--conditions=@imprimatur/source', 'apps/resources/src/main.ts'];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the service as a process of its own', () => {
  let busDatabase: EmptyDatabase;
  let database: TestDatabase;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    busDatabase = await emptyDatabase('bus');
    await prepareLocalBus(busDatabase.url);
    database = await testDatabase({ entities: [], migrations: resourcesMigrations });
  }, 60_000);
  afterAll(async () => {
    child?.kill('SIGKILL');
    await database.drop();
    await busDatabase.drop();
  });

  it('tells no secret in its log, whatever happens to one, and stops when it is told to', async () => {
    const signer = await testSigner();
    const { members } = await seedIdentity(database.dataSource.manager, { signer });
    const authorization = `Bearer ${await signer.tokenFor(members.admin)}`;
    const [key, password] = [randomBytes(32).toString('base64'), `secret-${randomBytes(9).toString('hex')}`];
    const port = await freePort();
    child = spawn(process.execPath, RUN, {
      cwd: ROOT,
      env: {
        ...{ BUS: 'local', BUS_DATABASE_URL: busDatabase.url, DATABASE_URL: database.url },
        ...{ PORT: String(port), SEALING_KEYS: `k1:${key}`, LOG_LEVEL: 'trace' },
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
    const post = (path: string, body?: object) =>
      request(`http://127.0.0.1:${port}`).post(`/api/v1${path}`).set({ authorization }).send(body);

    await eventually(() => expect(said).toContain('resources listens'), { timeoutMs: 30_000 });
    const settings = { host: '127.0.0.1', port: 1, database: 'nowhere', user: 'nobody' };
    const source = { type: 'postgres', name: 'warehouse', settings, credentials: { password } };
    await post('/sources', { ...source, credentials: { password, more: password }, name: 7 }).expect(422);
    const { body } = await post('/sources', source).expect(201);
    const { id } = body as { id: string };
    await post(`/sources/${id}/test`).expect(200);
    await post(`/sources/${id}/preview`, { query: 'select 1' }).expect(503);
    await database.dataSource.query('alter table connection rename to gone');
    await post('/sources', source).expect(500);

    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(said).toContain('request failed unexpectedly');
    for (const secret of [password, key, authorization]) expect(said).not.toContain(secret);
  }, 60_000);
});
