import {
  MemberState,
  RequestApproved,
  RequestSubmitted,
  RequestWithdrawn,
  RunFinished,
  RunStarted,
  SyncState,
} from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import { describeOnBuses, eventually, modelContent, seedIdentity, seedMember, seedRole } from '@imprimatur/testing';
import { viewerOf } from '../../../test/people.ts';
import { crm, modelItem, requestFacts, warehouse } from '../../../test/requests.ts';
import { StreamWorld } from '../../../test/stream-world.ts';
import { FeedRepository } from '../../persistence/feed.repository.ts';
import { ForgetOldFeed } from '../../use-cases/forget-old-feed.ts';

describeOnBuses('the event stream', (bus) => {
  let stream: StreamWorld;
  beforeAll(async () => {
    stream = await StreamWorld.start(bus.config());
  });
  afterEach(() => stream.leaveAll());
  afterAll(() => stream.close());

  async function syncChanged(id: string, seq: number, sourceId: string): Promise<void> {
    const { workspaceId } = stream;
    const state = { id, workspaceId, seq, deleted: false, name: 'A sync', published: null, draft: null };
    const ends = { sourceId, destinationId: crm, modelId: newId() };
    await stream.senders.resources.send(SyncState, workspaceId, id, { ...state, ends });
  }

  it('says what changed, where one stands in it, and is let through by proxies', async () => {
    const listening = await stream.listen(stream.world.acme.members.admin);
    const { headers } = listening.response;
    expect(['content-type', 'cache-control', 'x-accel-buffering'].map((name) => headers.get(name))).toEqual([
      'text/event-stream',
      'no-cache, no-transform',
      'no',
    ]);
    const at = stream.clock.now().toISOString();
    const published = { version: 3, revision: 4, content: modelContent(), publishedAt: at };
    const id = await stream.changed(warehouse, { published });
    const said = await listening.hears('message', id);
    expect([said.data, /^\d+$/.test(said.id!)]).toEqual([{ type: 'models', id, version: 3 }, true]);
  });

  it('says nothing of what one may not view, of something deleted either, nor of another workspace', async () => {
    const [mine, hidden] = [newId(), newId()];
    const other = await seedIdentity(stream.database, { signer: stream.world.signer });
    const [listening, elsewhere] = [
      await stream.listen(await stream.viewer([mine])),
      await stream.listen(other.members.admin),
    ];
    await stream.changed(hidden);
    await stream.changed(hidden, { deleted: true });
    const theirs = await stream.changed(mine, { workspaceId: other.id });
    const last = await stream.changed(mine, { deleted: true });
    await listening.hears('message', last);
    await elsewhere.hears('message', theirs);
    expect([listening.heard(), elsewhere.heard()]).toEqual([[last], [theirs]]);
  });

  it('judges on the rights of now', async () => {
    const [source, other] = [newId(), newId()];
    const role = viewerOf([source, other]);
    await seedRole(stream.database, stream.workspaceId, role);
    const listening = await stream.listen(await seedMember(stream.database, stream.workspaceId, { roleId: role.id }));
    const first = await stream.changed(source);
    await listening.hears('message', first);
    await seedRole(stream.database, stream.workspaceId, { ...viewerOf([other]), id: role.id });
    await stream.changed(source);
    const last = await stream.changed(other);
    await listening.hears('message', last);
    expect(listening.heard()).toEqual([first, last]);
  });

  it('says of members to everybody, and of service accounts to those who manage members', async () => {
    const { admin, 'workspace-viewer': simple } = stream.world.acme.members;
    const [manager, everybody] = [await stream.listen(admin), await stream.listen(simple)];
    const state = { workspaceId: stream.workspaceId, seq: 1, deleted: false, name: 'X', email: null, active: true };
    const [robot, person] = [newId(), newId()];
    const roleId = simple.roleId;
    const send = (id: string, kind: 'service' | 'person') =>
      stream.senders.identity.send(MemberState, stream.workspaceId, id, { ...state, id, kind, roleId });
    await send(robot, 'service');
    await send(person, 'person');
    await Promise.all([manager, everybody].map((each) => each.hears('message', person)));
    expect([manager.heard(), everybody.heard()]).toEqual([[robot, person], [person]]);
  });

  it('says of a request to who may view one of its items, also when it is decided', async () => {
    const [mine, hidden] = [newId(), newId()];
    const listening = await stream.listen(await stream.viewer([mine]));
    const facts = (sources: string[]) =>
      requestFacts({
        submittedBy: stream.world.acme.members['workspace-editor'].id,
        items: sources.map((sourceId) => modelItem({ sourceId })),
      });
    const { approvals } = stream.senders;
    const at = stream.clock.now().toISOString();
    const submit = async (sources: string[]) => {
      const all = { ...facts(sources), submittedAt: at, comment: null, reviewers: [newId()], requiredApprovals: 1 };
      await approvals.send(RequestSubmitted, stream.workspaceId, all.requestId, all);
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
      await approvals.send(RequestApproved, stream.workspaceId, requestId, approved);
    }
    const { requestId, number, submittedBy, participants, items } = mixed;
    const decision = { decidedBy: newId(), decidedAt: at, comment: null };
    const withdrawn = { requestId, number, submittedBy, participants, items, ...decision };
    await approvals.send(RequestWithdrawn, stream.workspaceId, requestId, withdrawn);
    await eventually(() => {
      expect(listening.heard()).toEqual([requestId, requestId, requestId]);
      return Promise.resolve();
    });
  });

  it('says of a run to who may view its sync where it went and where it goes', async () => {
    const [before, after] = [newId(), newId()];
    const [old, both] = [
      await stream.listen(await stream.viewer([before], [crm])),
      await stream.listen(await stream.viewer([before, after], [crm])),
    ];
    const [syncId, runId, at] = [newId(), newId(), stream.clock.now().toISOString()];
    const run = { runId, syncId, syncName: 'A sync', modelId: newId(), trigger: 'manual' as const, startedAt: at };
    const versions = { syncVersion: 1, modelVersion: 1 };
    await syncChanged(syncId, 1, before);
    await old.hears('message', syncId);
    await stream.senders.scheduler.send(RunStarted, stream.workspaceId, syncId, {
      ...run,
      ...versions,
      requestedBy: null,
    });
    await Promise.all([old, both].map((each) => each.hears('message', runId)));
    await syncChanged(syncId, 2, after);
    await eventually(() => {
      expect(both.heard()).toHaveLength(3);
      return Promise.resolve();
    });
    const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
    const finished = { ...run, ...versions, finishedAt: at, outcome: 'succeeded' as const, failure: null, counts };
    await stream.senders.scheduler.send(RunFinished, stream.workspaceId, syncId, finished);
    const [fence, unheard] = [await stream.changed(before), newId()];
    await stream.senders.scheduler.send(RunStarted, stream.workspaceId, unheard, {
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
    const member = await stream.viewer([warehouse]);
    const first = await stream.listen(member);
    const { id: position } = await first.hears('message', await stream.changed(warehouse));
    first.leave();
    const [second, third] = [await stream.changed(warehouse), await stream.changed(warehouse)];
    const again = await stream.listen(member, position!);
    await again.hears('message', third);
    expect(again.heard()).toEqual([second, third]);
    expect(await stream.missed(member, position!)).toMatchObject({
      isWhole: true,
      events: [{ id: second }, { id: third }],
    });
    const { lastEventId } = await stream.missed(member, position!);
    expect(await stream.missed(member, lastEventId)).toEqual({ lastEventId, isWhole: true, events: [] });
  });

  it.each(['999999999999', 'not-an-id', '', '00'])(
    'says to look at everything where it was not heard up to: %j',
    async (id) => {
      const member = stream.world.acme.members.admin;
      await (await stream.listen(member, id)).hears('reset');
      expect(await stream.missed(member, id)).toMatchObject({ isWhole: false, events: [] });
    },
  );

  it('says to look at everything to who was away for longer than it is kept', async () => {
    const member = await stream.viewer([warehouse]);
    const first = await stream.listen(member);
    const { id: position } = await first.hears('message', await stream.changed(warehouse));
    await stream.changed(warehouse);
    const fence = await stream.changed(warehouse);
    await first.hears('message', fence);
    await stream.database.query(`update feed set created_at = now() - interval '2 days' where resource_id <> $1`, [
      fence,
    ]);
    await stream.database.transaction((tx) => new ForgetOldFeed(new FeedRepository()).execute(tx));
    await (await stream.listen(member, position!)).hears('reset');
    expect((await stream.listen(member)).said.map(({ event }) => event)).toEqual(['ready']);
  });
});
