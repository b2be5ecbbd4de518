import type { Sealed } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';
import { parseSealingKeys, Sealer } from '@imprimatur/service-kit';
import {
  eventually,
  localBus,
  ServiceProcess,
  testDatabase,
  type LocalBus,
  type TestDatabase,
} from '@imprimatur/testing';
import supertest from 'supertest';
import { identityRolesMigrations } from './create-identity-roles-app.ts';
import { identityRolesEntities } from './persistence/identity-roles-entities.ts';
import { LINK_SEALING_KEYS, PASSWORD, SIGNING_KEY_SECRET } from './testing/identity-world.fixture.ts';
import { seedWorkspace } from './use-cases/operator/seed-workspace.ts';

const secret = SIGNING_KEY_SECRET.toString('base64');
const ada = { key: 'ada', name: 'Ada', email: 'ada@example.com', password: PASSWORD, roleKey: 'admin' } as const;

describe('identity-roles as a process of its own', () => {
  let bus: LocalBus;
  let database: TestDatabase;
  const started: ServiceProcess[] = [];

  beforeAll(async () => {
    bus = await localBus();
    database = await testDatabase({ entities: identityRolesEntities, migrations: identityRolesMigrations });
    await seedWorkspace(database.dataSource, { slug: 'acme', name: 'Acme', plan: 'free', members: [ada] });
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.kill()));
    await Promise.all([database.drop(), bus.drop()]);
  });

  const start = async (signingKeySecret: string): Promise<ServiceProcess> => {
    const service = await ServiceProcess.start('identity-roles', {
      ...{ BUS: 'local', BUS_DATABASE_URL: bus.config.databaseUrl, DATABASE_URL: database.url },
      ...{ SIGNING_KEY_SECRET: signingKeySecret, LINK_SEALING_KEYS, LOG_LEVEL: 'debug' },
    });
    started.push(service);
    return service;
  };

  /** The secret in the mail that Ada asked for, as notifications would read it. */
  const linkOfAda = async (): Promise<string> => {
    const rows: { data: { linkId: string; link: Sealed } }[] = await database.dataSource.query(
      `select data from outbox where type like '%reset-requested%'`,
    );
    const { linkId, link } = rows[0]!.data;
    const { keys, currentKeyId } = parseSealingKeys(LINK_SEALING_KEYS);
    const address = new Sealer(keys, currentKeyId).open(['password-link', linkId], link);
    return (address as string).split('#token=')[1]!;
  };

  it('lets people in, tells no secret, and stops when it is told to', async () => {
    const service = await start(secret);
    await service.ready();
    const http = () => supertest(service.url);
    const { email, password } = ada;
    const { body } = await http().post('/api/v1/session').send({ email, password, transport: 'bearer' }).expect(200);
    await http().post('/api/v1/session').send({ email, password: 'wrong-secret' }).expect(401);
    await http().get('/api/v1/workspace').set('authorization', `Bearer ${body.accessToken}`).expect(200);
    const { body: openapi } = await http().get('/api/openapi/identity-roles.json').expect(200);
    expect(Object.keys(openapi.paths).sort()).toEqual([
      '/api/v1/members',
      '/api/v1/members/{id}',
      '/api/v1/members/{id}/effect',
      '/api/v1/members/{id}/invitation',
      '/api/v1/roles',
      '/api/v1/roles/effect',
      '/api/v1/roles/{id}',
      '/api/v1/roles/{id}/duplicate',
      '/api/v1/roles/{id}/effect',
      '/api/v1/service-accounts',
      '/api/v1/service-accounts/{id}',
      '/api/v1/service-accounts/{id}/tokens',
      '/api/v1/service-accounts/{id}/tokens/{tokenId}',
      '/api/v1/session',
      '/api/v1/session/jwks',
      '/api/v1/session/password',
      '/api/v1/session/password-reset',
      '/api/v1/session/refresh',
      '/api/v1/session/service-account',
      '/api/v1/workspace',
      '/api/v1/workspace/settings',
    ]);
    const post = (path: string, given: object) =>
      http().post(`/api/v1${path}`).set('authorization', `Bearer ${body.accessToken}`).send(given).expect(201);
    const { workspaces } = (await http().get('/api/v1/session').set('authorization', `Bearer ${body.accessToken}`))
      .body;
    const viewer = derivedId(workspaces[0].id, 'workspace-viewer');
    const robot = await post('/service-accounts', { name: 'Robot', roleId: viewer });
    const token = await post(`/service-accounts/${robot.body.id}/tokens`, { name: 'CI' });
    const secretOfRobot: string = token.body.secret;
    const exchange = (given: string) => http().post('/api/v1/session/service-account').send({ secret: given });
    const exchanged = await exchange(secretOfRobot).expect(200);
    await exchange('imprimatur_sa_wrong-secret').expect(401);
    await http().post('/api/v1/session/password-reset').send({ email }).expect(202);
    const link = await eventually(linkOfAda);
    await http().post('/api/v1/session/password').send({ token: link, password: 'short-sec' }).expect(422);
    expect(await service.stop()).toBe(0);
    expect(service.said()).toContain('identity-roles listens');
    const sessions = [body.accessToken, body.refreshToken, exchanged.body.accessToken];
    const secrets = [secret, password, 'wrong-secret', ...sessions, secretOfRobot, link, 'short-sec', email];
    expect(secrets.filter((each) => service.said().includes(each))).toEqual([]);
  });

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
      'SIGNING_KEY_SECRET: is not the one',
    ],
  ])('does not start %s', async (_, given, why) => {
    const service = await start(given);
    expect(await service.ended).toBe(1);
    expect(service.said()).toContain(why);
  });
});
