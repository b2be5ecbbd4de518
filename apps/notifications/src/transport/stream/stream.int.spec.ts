import { builtInRole } from '@imprimatur/abilities';
import {
  MemberState,
  ModelState,
  RequestApproved,
  RequestSubmitted,
  RequestWithdrawn,
  RunFinished,
  RunStarted,
  SyncState,
  type DataOf,
} from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import {
  describeOnBuses,
  eventually,
  FixedClock,
  modelContent,
  seedIdentity,
  seedMember,
  seedRole,
  Sender,
  type SeededMember,
} from '@imprimatur/testing';
import { Listening } from '../../../test/listening.ts';
import { viewerOf } from '../../../test/people.ts';
import { crm, modelItem, requestFacts, warehouse } from '../../../test/requests.ts';
import { ServiceWorld } from '../../../test/service-world.ts';

describeOnBuses('the event stream', (bus) => {
  const clock = new FixedClock(new Date());
  let world: ServiceWorld;
  let resources: Sender;
  let others: Record<'identity-roles' | 'approvals' | 'scheduler', Sender>;
  let url: string;
  let open: Listening[] = [];

  beforeAll(async () => {
    world = await ServiceWorld.start(bus.config(), clock);
    await world.service.listen();
    url = `${await world.service.app.getUrl()}/api/v1/stream`;
    const start = (service: Parameters<typeof Sender.start>[0]) => Sender.start(service, bus.config());
    resources = await start('resources');
    others = {
      'identity-roles': await start('identity-roles'),
      approvals: await start('approvals'),
      scheduler: await start('scheduler'),
    };
  });
  afterEach(() => {
    for (const each of open) each.leave();
    open = [];
  });
  afterAll(async () => {
    for (const sender of [resources, ...Object.values(others)]) await sender.close();
    await world.close();
  });

  const headersOf = async (member: SeededMember, lastEventId?: string) => ({
    authorization: `Bearer ${await world.signer.tokenFor(member, { issuedAt: clock.now() })}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  });

  async function listen(member: SeededMember, lastEventId?: string): Promise<Listening> {
    const listening = await Listening.to(url, await headersOf(member, lastEventId));
    open.push(listening);
    if (listening.response.ok) await listening.hears('ready');
    return listening;
  }

  const missed = async (member: SeededMember, lastEventId?: string) =>
    (await world.call(member, 'get', 'stream', { headers: await headersOf(member, lastEventId) })).body as {
      lastEventId: string;
      isWhole: boolean;
      events: { type: string; id: string }[];
    };

  async function viewer(sourceIds: string[], destinationIds: string[] = []): Promise<SeededMember> {
    const role = viewerOf(sourceIds, destinationIds);
    await seedRole(world.own.dataSource, world.acme.id, role);
    return seedMember(world.own.dataSource, world.acme.id, { roleId: role.id });
  }

  async function changed(sourceId: string, over: Partial<DataOf<typeof ModelState>> = {}): Promise<string> {
    const id = newId();
    const state = { id, workspaceId: world.acme.id, seq: 1, deleted: false, name: 'A model' };
    const empty = { sourceId, published: null, draft: null };
    await resources.send(ModelState, over.workspaceId ?? world.acme.id, id, { ...state, ...empty, ...over });
    return id;
  }

  async function syncChanged(id: string, seq: number, sourceId: string): Promise<void> {
    const state = { id, workspaceId: world.acme.id, seq, deleted: false, name: 'A sync', published: null, draft: null };
    const ends = { sourceId, destinationId: crm, modelId: newId() };
    await resources.send(SyncState, world.acme.id, id, { ...state, ends });
  }

  it('says what changed, where one stands in it, and is let through by proxies', async () => {
    const listening = await listen(world.acme.members.admin);
    const { headers } = listening.response;
    expect(['content-type', 'cache-control', 'x-accel-buffering'].map((name) => headers.get(name))).toEqual([
      'text/event-stream',
      'no-cache, no-transform',
      'no',
    ]);
    const at = clock.now().toISOString();
    const published = { version: 3, revision: 4, content: modelContent(), publishedAt: at };
    const id = await changed(warehouse, { published });
    const said = await listening.hears('message', id);
    expect([said.data, /^\d+$/.test(said.id!)]).toEqual([{ type: 'models', id, version: 3 }, true]);
  });

  it('says nothing of what one may not view, of something deleted either, nor of another workspace', async () => {
    const [mine, hidden] = [newId(), newId()];
    const other = await seedIdentity(world.own.dataSource, { signer: world.signer });
    const [listening, elsewhere] = [await listen(await viewer([mine])), await listen(other.members.admin)];
    await changed(hidden);
    await changed(hidden, { deleted: true });
    const theirs = await changed(mine, { workspaceId: other.id });
    const last = await changed(mine, { deleted: true });
    await listening.hears('message', last);
    await elsewhere.hears('message', theirs);
    expect([listening.heard(), elsewhere.heard()]).toEqual([[last], [theirs]]);
  });

  it('judges on the rights of now', async () => {
    const [source, other] = [newId(), newId()];
    const role = viewerOf([source, other]);
    await seedRole(world.own.dataSource, world.acme.id, role);
    const listening = await listen(await seedMember(world.own.dataSource, world.acme.id, { roleId: role.id }));
    const first = await changed(source);
    await listening.hears('message', first);
    await seedRole(world.own.dataSource, world.acme.id, { ...viewerOf([other]), id: role.id });
    await changed(source);
    const last = await changed(other);
    await listening.hears('message', last);
    expect(listening.heard()).toEqual([first, last]);
  });

  it('says of members to everybody, and of service accounts to those who manage members', async () => {
    const { admin, 'workspace-viewer': simple } = world.acme.members;
    const [manager, everybody] = [await listen(admin), await listen(simple)];
    const state = { workspaceId: world.acme.id, seq: 1, deleted: false, name: 'X', email: null, active: true };
    const [robot, person] = [newId(), newId()];
    const roleId = simple.roleId;
    const send = (id: string, kind: 'service' | 'person') =>
      others['identity-roles'].send(MemberState, world.acme.id, id, { ...state, id, kind, roleId });
    await send(robot, 'service');
    await send(person, 'person');
    await Promise.all([manager, everybody].map((each) => each.hears('message', person)));
    expect([manager.heard(), everybody.heard()]).toEqual([[robot, person], [person]]);
  });

  it('says of a request to who may view one of its items, also when it is decided', async () => {
    const [mine, hidden] = [newId(), newId()];
    const listening = await listen(await viewer([mine]));
    const facts = (sources: string[]) =>
      requestFacts({
        submittedBy: world.acme.members['workspace-editor'].id,
        items: sources.map((sourceId) => modelItem({ sourceId })),
      });
    const { approvals } = others;
    const at = clock.now().toISOString();
    const submit = async (sources: string[]) => {
      const all = { ...facts(sources), submittedAt: at, comment: null, reviewers: [newId()], requiredApprovals: 1 };
      await approvals.send(RequestSubmitted, world.acme.id, all.requestId, all);
      return all;
    };
    const [secret, mixed] = [await submit([hidden]), await submit([hidden, mine])];
    for (const { requestId, items } of [secret, mixed]) {
      const pins = items.map(({ resourceId, kind, revision, baseVersion }) => ({
        ...{ resourceId, kind, revision, baseVersion },
        contentHash: contentHash(resourceId),
      }));
      const approvedBy = [newId()];
      const approved = { requestId, attempt: 1, how: 'approved' as const, approvedBy, decidedAt: at, pins };
      await approvals.send(RequestApproved, world.acme.id, requestId, approved);
    }
    const { requestId, number, submittedBy, participants, items } = mixed;
    const decision = { decidedBy: newId(), decidedAt: at, comment: null };
    const withdrawn = { requestId, number, submittedBy, participants, items, ...decision };
    await approvals.send(RequestWithdrawn, world.acme.id, requestId, withdrawn);
    await eventually(() => {
      expect(listening.heard()).toEqual([requestId, requestId, requestId]);
      return Promise.resolve();
    });
  });

  it('says of a run to who may view its sync where it went and where it goes', async () => {
    const [before, after] = [newId(), newId()];
    const [old, both] = [
      await listen(await viewer([before], [crm])),
      await listen(await viewer([before, after], [crm])),
    ];
    const [syncId, runId, at] = [newId(), newId(), clock.now().toISOString()];
    const run = { runId, syncId, syncName: 'A sync', modelId: newId(), trigger: 'manual' as const, startedAt: at };
    const versions = { syncVersion: 1, modelVersion: 1 };
    await syncChanged(syncId, 1, before);
    await old.hears('message', syncId);
    await others.scheduler.send(RunStarted, world.acme.id, syncId, { ...run, ...versions, requestedBy: null });
    await Promise.all([old, both].map((each) => each.hears('message', runId)));
    await syncChanged(syncId, 2, after);
    await eventually(() => {
      expect(both.heard()).toHaveLength(3);
      return Promise.resolve();
    });
    const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
    const finished = { ...run, ...versions, finishedAt: at, outcome: 'succeeded' as const, failure: null, counts };
    await others.scheduler.send(RunFinished, world.acme.id, syncId, finished);
    const [fence, unheard] = [await changed(before), newId()];
    await others.scheduler.send(RunStarted, world.acme.id, unheard, {
      ...run,
      ...versions,
      requestedBy: null,
      syncId: unheard,
    });
    await Promise.all([old, both].map((each) => each.hears('message', fence)));
    await eventually(() => {
      expect(both.heard().filter((id) => id === runId)).toHaveLength(2);
      return Promise.resolve();
    });
    expect(old.heard().filter((id) => id !== fence)).toEqual([syncId, runId]);
  });

  it('goes on where one stopped', async () => {
    const member = await viewer([warehouse]);
    const first = await listen(member);
    const { id: position } = await first.hears('message', await changed(warehouse));
    first.leave();
    const [second, third] = [await changed(warehouse), await changed(warehouse)];
    const again = await listen(member, position!);
    await again.hears('message', third);
    expect(again.heard()).toEqual([second, third]);
    expect(await missed(member, position!)).toMatchObject({ isWhole: true, events: [{ id: second }, { id: third }] });
    const { lastEventId } = await missed(member, position!);
    expect(await missed(member, lastEventId)).toEqual({ lastEventId, isWhole: true, events: [] });
  });

  it.each(['999999999999', 'not-an-id', ''])(
    'says to look at everything where it was not heard up to: %j',
    async (id) => {
      const member = world.acme.members.admin;
      await (await listen(member, id)).hears('reset');
      expect(await missed(member, id)).toMatchObject({ isWhole: false, events: [] });
    },
  );

  it('says to look at everything to who was away for longer than it is kept', async () => {
    const member = await viewer([warehouse]);
    const first = await listen(member);
    const { id: position } = await first.hears('message', await changed(warehouse));
    await changed(warehouse);
    const fence = await changed(warehouse);
    await first.hears('message', fence);
    await world.own.dataSource.query('delete from feed where resource_id <> $1', [fence]);
    await (await listen(member, position!)).hears('reset');
    expect((await listen(member)).said.map(({ event }) => event)).toEqual(['ready']);
  });

  it('ends with the membership', async () => {
    const member = await viewer([warehouse]);
    const [listening, left] = [await listen(member), [member.id]];
    await world.own.dataSource.query('update access_member set active = false where id = $1', left);
    clock.advance(6_000);
    await listening.hears('end');
    await listening.over();
    expect((await listen(member)).response.status).toBe(401);
  });

  it('ends with the tokens of the member, and when its own expires', async () => {
    const [revoked, expired] = [await viewer([warehouse]), await viewer([warehouse])];
    const [first, second] = [await listen(revoked), await listen(expired)];
    await world.own.dataSource.query('update access_member set seq = 2, tokens_from_seq = 2 where id = $1', [
      revoked.id,
    ]);
    clock.advance(6_000);
    await first.over();
    expect(second.isOver).toBe(false);
    clock.advance(11 * 60_000);
    await second.hears('end');
    await second.over();
  });

  it('is open twenty times for a member, and anew when one is left', async () => {
    const member = await viewer([warehouse]);
    const all = await Promise.all(Array.from({ length: 20 }, () => listen(member)));
    expect(all.map(({ response }) => response.status)).toEqual(Array(20).fill(200));
    const refused = await listen(member);
    expect([refused.response.status, (await missed(member)).isWhole]).toEqual([429, false]);
    all[0]!.leave();
    await eventually(async () => expect((await listen(member)).response.status).toBe(200));
  });

  it('is for members alone', async () => {
    expect((await fetch(url, { headers: { accept: 'text/event-stream' } })).status).toBe(401);
    const nobody = builtInRole('workspace-viewer', newId());
    const listening = await listen(
      await seedMember(world.own.dataSource, world.acme.id, { roleId: nobody.id, name: 'Has a role that is gone' }),
    );
    const { admin } = world.acme.members;
    const fence = await listen(admin);
    await fence.hears('message', await changed(warehouse));
    expect(listening.heard()).toEqual([]);
  });

  it('does not keep the service from stopping', async () => {
    const listening = await listen(world.acme.members.admin);
    await world.service.close();
    await listening.over();
    expect(listening.said.map(({ event }) => event)).toEqual(['ready']);
  });
});
