import { type RequestSubmitted, type DataOf } from '@imprimatur/contracts';
import type { Clock } from '@imprimatur/kernel';
import type { BusConfig } from '@imprimatur/messaging';
import { Sealer, type ServiceApp } from '@imprimatur/service-kit';
import {
  seedIdentity,
  smtpSink,
  testDatabase,
  testServiceConfig,
  testSigner,
  type SeededMember,
  type SeededWorkspace,
  type SmtpSink,
  type TestDatabase,
  type TestSigner,
} from '@imprimatur/testing';
import request from 'supertest';
import { createNotificationsApp, notificationsMigrations } from '../src/index.ts';
import { notificationsEntities } from '../src/persistence/notifications-schema.ts';
import { requestFacts } from './requests.ts';

const linkKey = Buffer.alloc(32, 8);

/** The whole service on a bus, with a real database and mail server, and a workspace it knows. */
export class ServiceWorld {
  readonly links = new Sealer({ links: linkKey }, 'links');

  private constructor(
    readonly own: TestDatabase,
    readonly sink: SmtpSink,
    readonly signer: TestSigner,
    readonly acme: SeededWorkspace,
    readonly service: ServiceApp,
  ) {}

  static async start(bus: BusConfig, clock?: Clock): Promise<ServiceWorld> {
    const own = await testDatabase({ entities: notificationsEntities, migrations: notificationsMigrations });
    const sink = await smtpSink();
    const signer = await testSigner();
    const acme = await seedIdentity(own.dataSource, { signer });
    const config = {
      ...testServiceConfig(own.url, bus),
      publicUrl: 'https://approvals.acme.example',
      smtpUrl: sink.url,
      mailFrom: { name: 'Imprimatur', address: 'approvals@mail.example' },
      linkSealingKeys: `links:${linkKey.toString('base64')}`,
    };
    const service = await createNotificationsApp(config, clock);
    await service.start();
    return new ServiceWorld(own, sink, signer, acme, service);
  }

  /** Without a sign-in. */
  get http() {
    return request(this.service.app.getHttpServer());
  }

  async call(
    member: SeededMember,
    method: 'get' | 'post' | 'put',
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
  ): Promise<request.Response> {
    const token = await this.signer.tokenFor(member);
    return this.http[method](`/api/v1/${path}`)
      .set({ Authorization: `Bearer ${token}`, ...headers })
      .send(body);
  }

  /** A request by the draft editor, for the sync editor to review. */
  submission(over: Partial<DataOf<typeof RequestSubmitted>> = {}): DataOf<typeof RequestSubmitted> {
    return {
      ...requestFacts({ submittedBy: this.acme.members['workspace-draft-editor'].id }),
      submittedAt: new Date().toISOString(),
      comment: null,
      reviewers: [this.acme.members['sync-editor'].id],
      requiredApprovals: 1,
      ...over,
    };
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.sink.close();
    await this.own.drop();
  }
}
