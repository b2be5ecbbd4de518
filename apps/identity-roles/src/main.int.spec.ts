import { prepareLocalBus } from '@imprimatur/messaging';
import { emptyDatabase, eventually, testDatabase, type EmptyDatabase, type TestDatabase } from '@imprimatur/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import supertest from 'supertest';
import { identityRolesMigrations } from './create-identity-roles-app.ts';
import { identityRolesEntities } from './persistence/identity-roles-entities.ts';
import { PASSWORD, SIGNING_KEY_SECRET } from './testing/identity-world.fixture.ts';
import { seedWorkspace } from './use-cases/operator/seed-workspace.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUN = ['--import', './tools/swc-hook.mjs', '--conditions=@imprimatur/source', 'apps/identity-roles/src/main.ts'];
const secret = SIGNING_KEY_SECRET.toString('base64');
const ada = { key: 'ada', name: 'Ada', email: 'ada@example.com', password: PASSWORD, roleKey: 'admin' } as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('identity-roles as a process of its own', () => {
  let busDatabase: EmptyDatabase;
  let database: TestDatabase;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    busDatabase = await emptyDatabase('bus');
    await prepareLocalBus(busDatabase.url);
    database = await testDatabase({ entities: identityRolesEntities, migrations: identityRolesMigrations });
    await seedWorkspace(database.dataSource, { slug: 'acme', name: 'Acme', plan: 'free', members: [ada] });
  }, 60_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all([database.drop(), busDatabase.drop()]);
  }, 60_000);

  const start = (over: Record<string, string> = {}): { child: ChildProcess; said: () => string } => {
    const bus = { BUS: 'local', BUS_DATABASE_URL: busDatabase.url, DATABASE_URL: database.url };
    const env = { ...bus, PORT: '0', SIGNING_KEY_SECRET: secret, LOG_LEVEL: 'debug', ...over };
    const child = spawn(process.execPath, RUN, { cwd: ROOT, env });
    children.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    return { child, said: () => text };
  };

  it('lets people in, tells no secret, and stops when it is told to', async () => {
    const port = await freePort();
    const { child, said } = start({ PORT: String(port) });
    const http = () => supertest(`http://127.0.0.1:${port}`);
    await eventually(() => http().get('/health/ready').expect(200), { timeoutMs: 30_000 });
    const { email, password } = ada;
    const { body } = await http().post('/api/v1/session').send({ email, password, transport: 'bearer' }).expect(200);
    await http().post('/api/v1/session').send({ email, password: 'wrong-secret' }).expect(401);
    await http().get('/api/v1/workspace').set('authorization', `Bearer ${body.accessToken}`).expect(200);
    const { body: openapi } = await http().get('/api/openapi/identity-roles.json').expect(200);
    expect(Object.keys(openapi.paths).sort()).toEqual([
      '/api/v1/members',
      '/api/v1/members/{id}',
      '/api/v1/roles',
      '/api/v1/roles/{id}',
      '/api/v1/session',
      '/api/v1/session/jwks',
      '/api/v1/session/password',
      '/api/v1/session/refresh',
      '/api/v1/workspace',
      '/api/v1/workspace/settings',
    ]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(said()).toContain('identity-roles listens');
    const secrets = [secret, password, 'wrong-secret', body.accessToken, body.refreshToken];
    expect(secrets.filter((each) => said().includes(each))).toEqual([]);
  }, 60_000);

  it.each([
    ['without its secret', '', 'SIGNING_KEY_SECRET: is missing'],
    [
      'with one that is too short',
      Buffer.alloc(16).toString('base64'),
      'SIGNING_KEY_SECRET: must be 32 bytes in base64',
    ],
    [
      'with another than the key was sealed with',
      Buffer.alloc(32, 9).toString('base64'),
      'SIGNING_KEY_SECRET is not the one',
    ],
  ])(
    'does not start %s',
    async (_, given, why) => {
      const { child, said } = start({ SIGNING_KEY_SECRET: given });
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect(said()).toContain(why);
    },
    60_000,
  );
});
