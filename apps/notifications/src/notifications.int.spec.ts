import { builtInRole } from '@imprimatur/abilities';
import { RequestSubmitted, type DataOf } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import type { ServiceApp } from '@imprimatur/service-kit';
import {
  describeOnBuses,
  eventually,
  seedIdentity,
  seedMember,
  seedRole,
  Sender,
  smtpSink,
  testDatabase,
  testServiceConfig,
  testSigner,
  type SeededMember,
  type SeededWorkspace,
  type SmtpSink,
  type TestDatabase,
} from '@imprimatur/testing';
import request from 'supertest';
import { viewerOf } from '../test/people.ts';
import { modelItem, requestFacts, warehouse } from '../test/requests.ts';
import { createNotificationsApp, notificationsMigrations } from './index.ts';
import { notificationsEntities } from './persistence/notifications-schema.ts';

interface Page {
  items: { id: string; subject: string | null; state: string; to: { memberId: string } }[];
  nextCursor: string | null;
}

describeOnBuses('the notifications service', (bus) => {
  let own: TestDatabase;
  let approvals: Sender;
  let sink: SmtpSink;
  let service: ServiceApp;
  let acme: SeededWorkspace;
  let signer: Awaited<ReturnType<typeof testSigner>>;

  beforeAll(async () => {
    own = await testDatabase({ entities: notificationsEntities, migrations: notificationsMigrations });
    sink = await smtpSink();
    signer = await testSigner();
    acme = await seedIdentity(own.dataSource, { signer });
    service = await createNotificationsApp({
      ...testServiceConfig(own.url, bus.config()),
      publicUrl: 'https://approvals.acme.example',
      smtpUrl: sink.url,
      mailFrom: { name: 'Imprimatur', address: 'approvals@mail.example' },
      linkSealingKeys: `links:${Buffer.alloc(32, 8).toString('base64')}`,
    });
    await service.start();
    approvals = await Sender.start('approvals', bus.config());
  });

  afterAll(async () => {
    await approvals.close();
    await service.close();
    await sink.close();
    await own.drop();
  });

  const submit = async (over: Partial<DataOf<typeof RequestSubmitted>> = {}): Promise<string> => {
    const data = {
      ...requestFacts({ submittedBy: acme.members['workspace-draft-editor'].id }),
      submittedAt: new Date().toISOString(),
      comment: null,
      reviewers: [acme.members['sync-editor'].id],
      requiredApprovals: 1,
      ...over,
    };
    await approvals.send(RequestSubmitted, acme.id, data.requestId, data);
    return data.requestId;
  };

  const deliveries = async (member: SeededMember, query = '') =>
    request(service.app.getHttpServer())
      .get(`/api/v1/deliveries${query}`)
      .set('Authorization', `Bearer ${await signer.tokenFor(member)}`);

  it('turns an event into a mail, and shows to whom it was sent', async () => {
    const requestId = await submit();
    const mail = await sink.next(({ html }) => html?.includes(requestId) === true, 20_000);
    expect(mail.recipients).toEqual([acme.members['sync-editor'].email]);
    await eventually(async () => {
      const answer = await deliveries(acme.members.admin, `?requestId=${requestId}`);
      expect(answer.body).toMatchObject({
        items: [
          { requestId, template: 'submitted', state: 'sent', attempts: 1, lastError: null, subject: mail.subject },
        ],
        nextCursor: null,
      });
    });
  });

  it('shows what failed, page by page', async () => {
    const { 'sync-editor': one, 'model-sync-editor': two, 'source-admin': three } = acme.members;
    sink.refuse(new RegExp(`${one.email}|${two.email}|${three.email}`));
    const requestId = await submit({ reviewers: [one.id, two.id, three.id] });
    const filter = `?requestId=${requestId}&state=failed`;
    await eventually(async () => {
      expect(((await deliveries(acme.members.admin, filter)).body as Page).items).toHaveLength(3);
    });
    sink.refuse(null);
    const first = (await deliveries(acme.members.admin, `${filter}&limit=2`)).body as Page;
    const second = (await deliveries(acme.members.admin, `${filter}&limit=2&cursor=${first.nextCursor}`)).body as Page;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    const told = [...first.items, ...second.items].map(({ to }) => to.memberId);
    expect(told.toSorted()).toEqual([one.id, two.id, three.id].toSorted());
  });

  it('names nothing to those who may not view it, and shows nothing without the right', async () => {
    const requestId = await submit({ items: [modelItem({ sourceId: newId() })] });
    const role = { ...viewerOf([warehouse]), workspace: { ...builtInRole('admin', newId()).workspace } };
    await seedRole(own.dataSource, acme.id, role);
    const clerk = await seedMember(own.dataSource, acme.id, { roleId: role.id });
    await eventually(async () => {
      const { items } = (await deliveries(acme.members.admin, `?requestId=${requestId}`)).body as Page;
      expect(items).toMatchObject([{ state: 'sent', subject: expect.stringContaining('ideal_customers') as string }]);
    });
    const { items } = (await deliveries(clerk, `?requestId=${requestId}`)).body as Page;
    expect(items).toMatchObject([{ state: 'sent', subject: null }]);
    expect((await deliveries(acme.members['workspace-editor'])).status).toBe(403);
    expect((await request(service.app.getHttpServer()).get('/api/v1/deliveries')).status).toBe(401);
  });

  it.each(['?state=lost', '?limit=0', '?cursor=nonsense', '?requestId=12'])('refuses %s', async (query) => {
    expect((await deliveries(acme.members.admin, query)).status).toBe(422);
  });

  it('shows another workspace nothing', async () => {
    const other = await seedIdentity(own.dataSource, {});
    const answer = await deliveries(other.members.admin);
    expect(answer.body).toEqual({ items: [], nextCursor: null });
  });
});
