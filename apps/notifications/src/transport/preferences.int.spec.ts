import { localBus, seedIdentity, type LocalBus, type SeededMember } from '@imprimatur/testing';
import { ServiceWorld } from '../../test/service-world.ts';

let bus: LocalBus;
let world: ServiceWorld;
beforeAll(async () => {
  bus = await localBus();
  world = await ServiceWorld.start(bus.config);
});
afterAll(async () => {
  await world.close();
  await bus.drop();
});

const allOn = { reviewRequested: true, decided: true, staleDrafts: true, comments: true, unattended: true };
const read = (member: SeededMember) => world.call(member, 'get', 'notification-preferences');
const put = (member: SeededMember, seen: string | null, body: object, headers: Record<string, string> = {}) =>
  world.call(member, 'put', 'notification-preferences', {
    headers: { ...(seen !== null && { 'If-Match': seen }), ...headers },
    body,
  });

describe('what a member is mailed about', () => {
  it('is everything until they say otherwise', async () => {
    const { body, headers } = await read(world.acme.members.admin);
    expect([body, headers['etag']]).toEqual([allOn, '"0"']);
  });

  it('is what they chose last, based on what they saw', async () => {
    const erin = world.acme.members['workspace-editor'];
    const first = await put(erin, '"0"', { ...allOn, comments: false, decided: false });
    expect([first.status, first.headers['etag']]).toEqual([200, '"1"']);
    const second = await put(erin, '"1"', { ...allOn, comments: false });
    expect([second.status, second.body]).toEqual([200, { ...allOn, comments: false }]);
    const { body, headers } = await read(erin);
    expect([body, headers['etag']]).toEqual([{ ...allOn, comments: false }, '"2"']);
    expect((await read(world.acme.members['sync-editor'])).body).toEqual(allOn);
  });

  it.each(['"0"', '"2"', '"x"'])('is not overwritten unseen: %s', async (seen) => {
    const member = world.acme.members['model-sync-editor'];
    const present = (await read(member)).headers['etag'];
    if (present === '"0"') await put(member, '"0"', { ...allOn, decided: false });
    const { status, body } = await put(member, seen, allOn);
    expect([status, body.code]).toEqual([412, 'notification-preferences.changed']);
    expect(body.details).toEqual({ preferences: { ...allOn, decided: false } });
  });

  it('is set once of two who saw the same', async () => {
    const member = world.acme.members['workspace-viewer'];
    const answers = await Promise.all([1, 2, 3, 4].map(() => put(member, '"0"', { ...allOn, decided: false })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('takes If-Match, and a word on every class and on nothing else', async () => {
    const { admin } = world.acme.members;
    expect((await put(admin, null, allOn)).status).toBe(428);
    for (const body of [{}, { ...allOn, comments: 'no' }, { ...allOn, runs: true }])
      expect((await put(admin, '"0"', body)).status).toBe(422);
    expect((await read(admin)).headers['etag']).toBe('"0"');
  });

  it('is answered alike when the same choice is sent again under its key', async () => {
    const member = world.acme.members['audience-editor'];
    const key = { 'Idempotency-Key': 'one' };
    const answers = [1, 2].map(() => put(member, '"0"', { ...allOn, comments: false }, key));
    for (const { status, headers } of await Promise.all(answers))
      expect([status, headers['etag']]).toEqual([200, '"1"']);
  });

  it('is their own matter in each workspace, and nobody’s without a sign-in', async () => {
    const other = await seedIdentity(world.own.dataSource, { signer: world.signer });
    const mine = world.acme.members['source-admin'];
    await put(mine, '"0"', { ...allOn, decided: false });
    expect((await read(other.members['source-admin'])).body).toEqual(allOn);
    expect((await world.http.get('/api/v1/notification-preferences')).status).toBe(401);
    expect((await world.http.put('/api/v1/notification-preferences').send(allOn)).status).toBe(401);
  });
});
