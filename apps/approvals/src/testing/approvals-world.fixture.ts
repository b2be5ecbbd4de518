import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { DataOf, EventContract } from '@imprimatur/contracts';
import type { ServiceApp } from '@imprimatur/service-kit';
import {
  eventually,
  localBus,
  seedIdentity,
  Sender,
  testDatabase,
  testServiceConfig,
  testSigner,
  type IdentitySeed,
  type SeededWorkspace,
  type TestSigner,
} from '@imprimatur/testing';
import request, { type Test } from 'supertest';
import { approvalsMigrations, createApprovalsApp } from '../create-approvals-app.ts';

export interface Caller {
  id: string;
  workspaceId: string;
}

export interface SentEvent<Data = Record<string, unknown>> {
  id: string;
  type: string;
  actor: string | null;
  data: Data;
}

/** The service on a database and a local bus of its own, with resources and identity-roles played by the test. */
export class ApprovalsWorld {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly service: ServiceApp,
    readonly resources: Sender,
    readonly identity: Sender,
    private readonly signer: TestSigner,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<ApprovalsWorld> {
    const database = await testDatabase({ entities: [], migrations: approvalsMigrations });
    const bus = await localBus();
    const resources = await Sender.start('resources', bus.config);
    const identity = await Sender.start('identity-roles', bus.config);
    const config = testServiceConfig(database.url, bus.config);
    const service = await createApprovalsApp({ ...config, databasePoolSize: 20 });
    await service.start();
    const drop = async (): Promise<void> => {
      await Promise.all([service.close(), resources.close(), identity.close()]);
      await Promise.all([database.drop(), bus.drop()]);
    };
    return new ApprovalsWorld(service, resources, identity, await testSigner(), drop);
  }

  close(): Promise<void> {
    return this.drop();
  }

  /** A workspace with the nine roles and a member of each; commands that need confirmed rights are accepted when this is over. */
  async workspace(seed: Omit<IdentitySeed, 'signer'> = {}): Promise<SeededWorkspace> {
    const workspace = await seedIdentity(this.service.dataSource.manager, { ...seed, signer: this.signer });
    for (const member of Object.values(workspace.members)) await this.signIn(member);
    await this.confirmed(workspace.id);
    return workspace;
  }

  confirmed(workspaceId: string): Promise<void> {
    return eventually(async () => {
      if (await this.service.bus.freshness.behind(workspaceId)) throw new Error('still behind');
    });
  }

  /** Members of a seeded workspace are signed in already. */
  async signIn(caller: Caller): Promise<void> {
    this.tokens.set(caller.id, await this.signer.tokenFor(caller));
  }

  /** Calls the API as a member who is signed in; `path` follows `/api/v1/approval-requests`. */
  call(caller: Caller, method: 'get' | 'post' | 'put', path: string): Test {
    const token = this.tokens.get(caller.id);
    if (token === undefined) throw new Error('sign in first');
    const server = this.service.app.getHttpServer();
    return request(server)[method](`/api/v1/approval-requests${path}`).set('authorization', `Bearer ${token}`);
  }

  /** What the service has put into its outbox about a request, in order. */
  events(requestId: string): Promise<SentEvent[]> {
    return this.service.dataSource.query(
      'select event_id as id, type, actor, data from outbox where subject = $1 order by outbox.id',
      [requestId],
    );
  }

  async eventsOf<C extends EventContract>(contract: C, requestId: string): Promise<SentEvent<DataOf<C>>[]> {
    const events = await this.events(requestId);
    return events.filter(({ type }) => type === contract.type) as SentEvent<DataOf<C>>[];
  }
}

export const memberOf = (workspace: SeededWorkspace, role: BuiltInRoleKey): Caller => workspace.members[role];
