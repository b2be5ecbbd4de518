import type { DestinationGrant, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole } from '@imprimatur/testing';
import type { Model, Sync } from '../domain/states.fixture.ts';
import { TestService, type Caller } from '../service.fixture.ts';
import type { World } from '../use-cases/world.fixture.ts';
import type { RunDetailsDto, RunPageDto } from './runs.dto.ts';
import type { ReadinessPageDto } from './schedules.dto.ts';

let scheduler: TestService;
let world: World;
let admin: Caller;
let model: Model;

beforeAll(async () => {
  scheduler = await TestService.alone();
  world = scheduler.world;
  admin = await scheduler.as(scheduler.workspace.members.admin);
});
beforeEach(async () => {
  await world.clear();
  model = await world.hearOfModel();
  await world.hearOfEnd('source', model.sourceId);
});
afterAll(() => scheduler.close());

async function syncTo(destinationId: string): Promise<Sync> {
  await world.hearOfEnd('destination', destinationId);
  return world.hearOfSyncOn(model, { configuration: { destinationId } });
}

async function runOf(sync: Sync): Promise<string> {
  const { body } = (await admin.post('/runs', { syncId: sync.id }).expect(201)) as { body: RunDetailsDto };
  return body.id;
}

const source: SourceGrant = {
  ...{ scope: 'all', view: true, configure: false, models: 'none', syncs: 'none', approve: false, run: true },
};
const destination: Omit<DestinationGrant, 'scope'> = {
  ...{ view: true, configure: false, syncs: 'none', approve: false, run: true },
};

async function memberWho(...destinations: DestinationGrant[]): Promise<Caller> {
  const rights = { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false };
  const role: RoleDocument = {
    ...{ id: newId(), name: 'Some', builtIn: false, workspace: rights, sources: [source], destinations },
  };
  const tx = scheduler.database.dataSource.manager;
  await seedRole(tx, scheduler.workspace.id, role);
  return scheduler.as(await seedMember(tx, scheduler.workspace.id, { roleId: role.id }));
}

async function listed(caller: Caller): Promise<string[]> {
  const { body } = (await caller.get('/runs').expect(200)) as { body: RunPageDto };
  return body.items.map(({ id }) => id);
}

describe('a member who may view one destination only', () => {
  it('sees and starts what goes there, and nothing else is there', async () => {
    const [seen, hidden] = [await syncTo(newId()), await syncTo(newId())];
    const [seenRun, hiddenRun] = [await runOf(seen), await runOf(hidden)];
    const member = await memberWho({ ...destination, scope: seen.ends.destinationId });

    expect(await listed(member)).toEqual([seenRun]);
    await member.get(`/runs/${seenRun}`).expect(200);
    await member.get(`/runs/${hiddenRun}`).expect(404);
    await member.get(`/schedules/${hidden.id}`).expect(404);
    await member.post('/runs', { syncId: hidden.id }).expect(404);
    await member.post(`/schedules/${seen.id}/pause`).expect(200);
    const { body } = (await member.get('/schedules').expect(200)) as { body: ReadinessPageDto };
    const wouldRefuse = ['SYNC_PAUSED', 'PREVIOUS_RUN_ACTIVE'];
    expect(body).toEqual({ items: [{ syncId: seen.id, paused: true, wouldRefuse }], nextCursor: null });
  });

  it('does not see the runs of a sync from before it was moved there, nor after it was moved away', async () => {
    const [here, there] = [await syncTo(newId()), await syncTo(newId())];
    const runs = [await runOf(here), await runOf(there)];
    const member = await memberWho({ ...destination, scope: here.ends.destinationId });
    await world.hearOf({ ...here, seq: 2, ends: there.ends });
    await world.hearOf({ ...there, seq: 2, ends: here.ends });
    expect(await listed(member)).toEqual([]);
    for (const run of runs) await member.get(`/runs/${run}`).expect(404);
  });
});

describe('a member who may run at one end only', () => {
  it('may look, but neither run nor pause', async () => {
    const sync = await syncTo(newId());
    const member = await memberWho({ ...destination, scope: 'all', run: false });
    expect((await member.get(`/schedules/${sync.id}`).expect(200)).body).toMatchObject({ mayRun: false });
    expect((await admin.get(`/schedules/${sync.id}`).expect(200)).body).toMatchObject({ mayRun: true });
    for (const path of [`/schedules/${sync.id}/pause`, `/schedules/${sync.id}/resume`])
      await member.post(path).expect(403);
    await member.post('/runs', { syncId: sync.id }).expect(403);
    expect(await world.runsOf(sync)).toEqual([]);
  });
});

describe('a member whose role grants nothing', () => {
  it('sees no run at all', async () => {
    await runOf(await syncTo(newId()));
    expect(await listed(await memberWho())).toEqual([]);
  });
});
