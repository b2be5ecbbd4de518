import { builtInRole } from '@imprimatur/abilities';
import { RequestSubmitted, type DataOf } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import {
  describeOnBuses,
  eventually,
  seedIdentity,
  seedMember,
  seedRole,
  Sender,
  type SeededMember,
  type SeededWorkspace,
  type SmtpSink,
} from '@imprimatur/testing';
import { viewerOf } from '../test/people.ts';
import { modelItem, warehouse } from '../test/requests.ts';
import { ServiceWorld } from '../test/service-world.ts';

interface Page {
  items: { id: string; subject: string | null; state: string; to: { memberId: string } }[];
  nextCursor: string | null;
}

describeOnBuses('the notifications service', (bus) => {
  let world: ServiceWorld;
  let approvals: Sender;
  let sink: SmtpSink;
  let acme: SeededWorkspace;

  beforeAll(async () => {
    world = await ServiceWorld.start(bus.config());
    ({ sink, acme } = world);
    approvals = await Sender.start('approvals', bus.config());
  });

  afterAll(async () => {
    await approvals.close();
    await world.close();
  });

  const submit = async (over: Partial<DataOf<typeof RequestSubmitted>> = {}): Promise<string> => {
    const data = world.submission(over);
    await approvals.send(RequestSubmitted, acme.id, data.requestId, data);
    return data.requestId;
  };

  const deliveries = (member: SeededMember, query = '') => world.call(member, 'get', `deliveries${query}`);

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
    await seedRole(world.own.dataSource, acme.id, role);
    const clerk = await seedMember(world.own.dataSource, acme.id, { roleId: role.id });
    await eventually(async () => {
      const { items } = (await deliveries(acme.members.admin, `?requestId=${requestId}`)).body as Page;
      expect(items).toMatchObject([{ state: 'sent', subject: expect.stringContaining('ideal_customers') as string }]);
    });
    const { items } = (await deliveries(clerk, `?requestId=${requestId}`)).body as Page;
    expect(items).toMatchObject([{ state: 'sent', subject: null }]);
    expect((await deliveries(acme.members['workspace-editor'])).status).toBe(403);
    expect((await world.http.get('/api/v1/deliveries')).status).toBe(401);
  });

  const strange = `?cursor=${Buffer.from('["x","y"]').toString('base64url')}`;
  it.each(['?state=lost', '?limit=0', '?cursor=nonsense', strange, '?requestId=12'])('refuses %s', async (query) => {
    expect((await deliveries(acme.members.admin, query)).status).toBe(422);
  });

  it('shows another workspace nothing', async () => {
    const other = await seedIdentity(world.own.dataSource, {});
    const answer = await deliveries(other.members.admin);
    expect(answer.body).toEqual({ items: [], nextCursor: null });
  });
});
