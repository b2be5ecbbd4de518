import { RequestSubmitted } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually, FixedClock, localBus, seedIdentity, Sender, type LocalBus } from '@imprimatur/testing';
import { modelItem } from '../../test/requests.ts';
import { ServiceWorld } from '../../test/service-world.ts';

let bus: LocalBus;
let world: ServiceWorld;
let approvals: Sender;
const clock = new FixedClock(new Date());
beforeAll(async () => {
  bus = await localBus();
  world = await ServiceWorld.start(bus.config, clock);
  approvals = await Sender.start('approvals', bus.config);
});
afterAll(async () => {
  await approvals.close();
  await world.close();
  await bus.drop();
});

interface Delivery {
  id: string;
  state: string;
  lastError: string | null;
  attempts: number;
}

async function deliveryOf(requestId: string, state: string): Promise<Delivery> {
  return eventually(async () => {
    const { body } = await world.call(world.acme.members.admin, 'get', `deliveries?requestId=${requestId}`);
    expect(body.items).toMatchObject([{ state }]);
    return body.items[0] as Delivery;
  });
}

async function failed(name: string): Promise<Delivery & { requestId: string }> {
  const data = world.submission({ items: [modelItem({ name })] });
  world.sink.refuse(/./);
  await approvals.send(RequestSubmitted, world.acme.id, data.requestId, data);
  const delivery = await deliveryOf(data.requestId, 'failed');
  world.sink.refuse(null);
  return { ...delivery, requestId: data.requestId };
}

const retry = (id: string, key: Record<string, string> = {}, member = world.acme.members.admin) =>
  world.call(member, 'post', `deliveries/${id}/retry`, { headers: key });
const mails = (name: string) => world.sink.messages().filter(({ subject }) => subject?.includes(name) === true);

describe('a mail that failed for good', () => {
  it('is sent once more when an admin says so, under the same Message-ID', async () => {
    const { id, requestId, lastError } = await failed('mended');
    expect(lastError).toBe('550 no such mailbox');
    const { status, body } = await retry(id);
    expect([status, body]).toEqual([202, { id, state: 'pending' }]);
    expect(await deliveryOf(requestId, 'sent')).toMatchObject({ attempts: 2, lastError: null });
    const reviewer = world.acme.members['sync-editor'].id;
    expect(mails('mended').map(({ messageId }) => messageId)).toEqual([
      `<request.${requestId}.${reviewer}@mail.example>`,
    ]);
  });

  it('is sent once however often it is asked for at the same time, and not again when it was sent', async () => {
    const { id, requestId } = await failed('once');
    const answers = await Promise.all([1, 2, 3].map(() => retry(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    await deliveryOf(requestId, 'sent');
    const { status, body } = await retry(id);
    expect([status, body.code, body.details]).toEqual([409, 'delivery.not-failed', { state: 'sent' }]);
    expect(mails('once')).toHaveLength(1);
  });

  it('is answered alike under the same key', async () => {
    const { id, requestId } = await failed('keyed');
    for (let time = 0; time < 2; time++) expect((await retry(id, { 'Idempotency-Key': 'again' })).status).toBe(202);
    await deliveryOf(requestId, 'sent');
  });

  it('is not sent when its news are over a day old', async () => {
    const { id } = await failed('yesterday');
    await world.own.dataSource.query(
      `update announcement set content = jsonb_set(content, '{occurredAt}', to_jsonb($2::text))
        where event_id = (select event_id from mail where id = $1)`,
      [id, new Date(clock.now().getTime() - 25 * 3_600_000).toISOString()],
    );
    const { status, body } = await retry(id);
    expect([status, body.code]).toEqual([409, 'delivery.too-old']);
    expect(mails('yesterday')).toEqual([]);
  });

  it('is a matter of those who manage members, in its own workspace', async () => {
    const { id } = await failed('guarded');
    const other = await seedIdentity(world.own.dataSource, { signer: world.signer });
    expect((await retry(id, {}, world.acme.members['workspace-editor'])).status).toBe(403);
    for (const answer of [await retry(id, {}, other.members.admin), await retry(newId())])
      expect([answer.status, answer.body.code]).toEqual([404, 'delivery.not-found']);
    expect(mails('guarded')).toEqual([]);
  });
});
