import { builtInRole } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { Metrics } from '@imprimatur/service-kit';
import { eventually, localBus, seedMember, type LocalBus } from '@imprimatur/testing';
import { warehouse } from '../../../test/requests.ts';
import { StreamWorld } from '../../../test/stream-world.ts';

describe('an open event stream', () => {
  let bus: LocalBus;
  let stream: StreamWorld;
  beforeAll(async () => {
    bus = await localBus();
    stream = await StreamWorld.start(bus.config);
  });
  afterEach(() => stream.leaveAll());
  afterAll(async () => {
    await stream.close();
    await bus.drop();
  });

  it('ends with the membership', async () => {
    const member = await stream.viewer([warehouse]);
    const [listening, left] = [await stream.listen(member), [member.id]];
    await stream.database.query('update access_member set active = false where id = $1', left);
    stream.clock.advance(6_000);
    await listening.hears('end');
    await listening.over();
    expect((await stream.listen(member)).response.status).toBe(401);
  });

  it('ends with the tokens of the member, and when its own expires', async () => {
    const [revoked, expired] = [await stream.viewer([warehouse]), await stream.viewer([warehouse])];
    const [first, second] = [await stream.listen(revoked), await stream.listen(expired)];
    await stream.database.query('update access_member set seq = 2, tokens_from_seq = 2 where id = $1', [revoked.id]);
    stream.clock.advance(6_000);
    await first.over();
    expect(second.isOver).toBe(false);
    stream.clock.advance(11 * 60_000);
    await second.hears('end');
    await second.over();
  });

  it('is open twenty times for a member, and anew when one is left', async () => {
    const member = await stream.viewer([warehouse]);
    const all = await Promise.all(Array.from({ length: 20 }, () => stream.listen(member)));
    expect(all.map(({ response }) => response.status)).toEqual(Array(20).fill(200));
    const refused = await stream.listen(member);
    expect([refused.response.status, (await stream.missed(member)).isWhole]).toEqual([429, false]);
    const figures = () => stream.world.service.app.get(Metrics).registry.metrics();
    expect(await figures()).toMatch(/^imprimatur_streams_open\{[^}]*\} 20$/m);
    all[0]!.leave();
    await eventually(async () => expect(await figures()).toMatch(/^imprimatur_streams_open\{[^}]*\} 19$/m));
    expect(await figures()).toMatch(/^imprimatur_streams_over_total\{why="refused"[^}]*\} 1$/m);
    expect(await figures()).toMatch(/^imprimatur_streams_over_total\{why="left"[^}]*\} \d+$/m);
    await eventually(async () => expect((await stream.listen(member)).response.status).toBe(200));
  });

  it('is open twenty times also for who asks for more at once', async () => {
    const member = await stream.viewer([warehouse]);
    // All are let in before the first of them is open: what each asks the database for waits for the lock.
    const locker = stream.database.createQueryRunner();
    await locker.startTransaction();
    await locker.query('lock table feed in access exclusive mode');
    const asked = Promise.all(Array.from({ length: 24 }, () => stream.listen(member)));
    await eventually(async () => {
      const waiting: unknown[] = await locker.query(
        `select from pg_locks where relation = 'feed'::regclass and not granted`,
      );
      expect(waiting.length).toBeGreaterThan(3);
    });
    await locker.rollbackTransaction();
    await locker.release();
    expect((await asked).filter(({ response }) => response.ok)).toHaveLength(20);
  });

  it('is for members alone', async () => {
    expect((await fetch(stream.url, { headers: { accept: 'text/event-stream' } })).status).toBe(401);
    const nobody = builtInRole('workspace-viewer', newId());
    const listening = await stream.listen(
      await seedMember(stream.database, stream.workspaceId, { roleId: nobody.id, name: 'Has a role that is gone' }),
    );
    const { admin } = stream.world.acme.members;
    const fence = await stream.listen(admin);
    await fence.hears('message', await stream.changed(warehouse));
    expect(listening.heard()).toEqual([]);
  });

  it('does not keep the service from stopping', async () => {
    const listening = await stream.listen(stream.world.acme.members.admin);
    await stream.world.service.close();
    await listening.over();
    expect(listening.said.map(({ event }) => event)).toEqual(['ready']);
  });
});
