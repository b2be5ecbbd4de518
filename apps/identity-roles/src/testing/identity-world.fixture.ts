import { type BuiltInRoleKey, builtInRoles } from '@imprimatur/abilities';
import type { Plan, Sealed } from '@imprimatur/contracts';
import { type ServiceApp, Sealer } from '@imprimatur/service-kit';
import { FixedClock, localBus, testDatabase, testServiceConfig } from '@imprimatur/testing';
import supertest, { type Test } from 'supertest';
import { createIdentityRolesApp, identityRolesMigrations } from '../create-identity-roles-app.ts';
import { AccessTokens } from '../use-cases/access-tokens.ts';
import { seedWorkspace, type SeededWorkspace } from '../use-cases/operator/seed-workspace.ts';

export const PASSWORD = 'correct horse battery';
export const ORIGIN = 'https://imprimatur.example.com';
export const SIGNING_KEY_SECRET = Buffer.alloc(32, 7);
export const LINK_SEALING_KEYS = `links:${Buffer.alloc(32, 8).toString('base64')}`;

export interface Person {
  id: string;
  email: string;
  token: string;
}

export interface Workspace {
  workspaceId: string;
  slug: string;
  people: Record<BuiltInRoleKey, Person>;
}

export interface OutboxRow {
  type: string;
  workspace_id: string;
  subject: string;
  data: Record<string, unknown>;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Runs the service for the tests of the block in which it is called; what it returns is filled before the first of them. */
export function identityWorld(): IdentityWorld {
  const world = new IdentityWorld();
  beforeAll(() => world.start());
  afterAll(() => world.drop());
  return world;
}

/** The service on a database of its own and a clock that moves when told, with a workspace in it. */
export class IdentityWorld {
  readonly clock = new FixedClock();
  service!: ServiceApp;
  acme!: Workspace;
  drop!: () => Promise<void>;
  private workspaces = 0;

  async start(): Promise<void> {
    const database = await testDatabase({ entities: [], migrations: identityRolesMigrations });
    const bus = await localBus();
    const config = testServiceConfig(database.url, bus.config);
    const own = { publicUrl: ORIGIN, signingKeySecret: SIGNING_KEY_SECRET, linkSealingKeys: LINK_SEALING_KEYS };
    this.service = await createIdentityRolesApp({ ...config, ...own }, this.clock);
    this.drop = async () => {
      await this.service.close();
      await Promise.all([database.drop(), bus.drop()]);
    };
    await this.service.start();
    this.acme = await this.workspace();
  }

  send(method: Method, path: string, token?: string): Test {
    const test = supertest(this.service.app.getHttpServer())[method](`/api/v1${path}`);
    return token === undefined ? test : test.set('authorization', `Bearer ${token}`);
  }

  /** A workspace with one member of each built-in role, each with a token of the real kind. */
  async workspace(plan: Plan = 'business', requireApprovals = false): Promise<Workspace> {
    const slug = `w${++this.workspaces}`;
    const seeded = await this.seed(slug, plan, requireApprovals);
    const people: Partial<Workspace['people']> = {};
    for (const { key } of builtInRoles) {
      const email = `${key}@${slug}.example.com`;
      const id = seeded.memberIds[key]!;
      people[key] = { id, email, token: await this.tokenFor(seeded.workspaceId, id) };
    }
    return { workspaceId: seeded.workspaceId, slug, people: people as Workspace['people'] };
  }

  seed(slug: string, plan: Plan, requireApprovals = false): Promise<SeededWorkspace> {
    const members = builtInRoles.map(({ key, document: { name } }) => ({
      key,
      name,
      email: `${key}@${slug}.example.com`,
      password: PASSWORD,
      roleKey: key,
    }));
    const settings = { requireApprovals };
    return seedWorkspace(this.service.dataSource, { slug, name: slug.toUpperCase(), plan, settings, members });
  }

  signIn(email: string, over: Record<string, unknown> = {}): Test {
    return this.send('post', '/session').send({ email, password: PASSWORD, ...over });
  }

  async tokenOf(email: string): Promise<string> {
    const { body } = await this.signIn(email, { transport: 'bearer' }).expect(200);
    return body.accessToken;
  }

  /** The secret of the link that was last mailed to a member, opened as notifications does; null when there was none. */
  async linkOf(memberId: string): Promise<string | null> {
    const [mail]: { data: { linkId: string; link: Sealed } }[] = await this.service.dataSource.query(
      `select data from outbox where subject = $1 and data::jsonb ? 'linkId' order by id desc limit 1`,
      [memberId],
    );
    if (mail === undefined) return null;
    const { linkId, link } = mail.data;
    const address = this.service.app.get(Sealer).open(['password-link', linkId], link) as string;
    return address.slice(`${ORIGIN}/set-password#token=`.length);
  }

  choosePassword(token: string | null, password = PASSWORD): Test {
    return this.send('post', '/session/password').send({ token, password });
  }

  private async tokenFor(workspaceId: string, id: string): Promise<string> {
    const { app, dataSource } = this.service;
    const { accessToken } = await app.get(AccessTokens).issue(dataSource.manager, { id, workspaceId, seq: 1 });
    return accessToken;
  }

  /** What was appended for the bus, in order; sent or not. */
  events(workspaceId: string): Promise<OutboxRow[]> {
    return this.service.dataSource.query(
      'select type, workspace_id, subject, data from outbox where workspace_id = $1 order by id',
      [workspaceId],
    );
  }
}
