import { ConnectionState, DestinationState, ModelState, SourceState, SyncState } from '@imprimatur/contracts';
import { describeOnBuses, eventually } from '@imprimatur/testing';
import {
  everyHour,
  modelVersion,
  publishedModel,
  publishedSync,
  type Model,
  type Sync,
} from '../domain/states.fixture.ts';
import { Neighbours } from '../neighbours.fixture.ts';
import { TestService, type Caller } from '../service.fixture.ts';
import { Warehouse } from '../warehouse.fixture.ts';
import type { RunDetailsDto } from './runs.dto.ts';

describeOnBuses('a run', (bus) => {
  let neighbours: Neighbours;
  let scheduler: TestService;
  let source: Warehouse;
  let destination: Warehouse;
  let editor: Caller;
  let model: Model;

  beforeAll(async () => {
    source = await Warehouse.create(
      'create table customers (id int primary key, email text)',
      `insert into customers select n, 'person' || n || '@example.com' from generate_series(1, 2500) n`,
    );
    destination = await Warehouse.create(
      'create table contacts (external_id int primary key, email text check (length(email) < 40))',
    );
    neighbours = await Neighbours.start(bus.config());
    scheduler = await TestService.start(bus.config());
    editor = await scheduler.as(scheduler.workspace.members['workspace-editor']);
    await announceAround();
  });

  afterAll(async () => {
    await scheduler.close();
    await neighbours.close();
    await Promise.all([source.drop(), destination.drop()]);
  });

  async function announceAround(): Promise<void> {
    const row = { workspaceId: scheduler.workspace.id, seq: 1, deleted: false, type: 'postgres' as const };
    await neighbours.announce(SourceState, { ...row, id: source.id, name: 'Warehouse' });
    await neighbours.announce(DestinationState, { ...row, id: destination.id, name: 'CRM' });
    const { sealingKeys } = scheduler.config;
    for (const [kind, at] of [
      ['source', source],
      ['destination', destination],
    ] as const)
      await neighbours.announce(ConnectionState, at.connection(kind, row.workspaceId, sealingKeys));
    model = publishedModel({ workspaceId: row.workspaceId, sourceId: source.id, published: modelVersion(1) });
    await neighbours.announce(ModelState, model);
  }

  async function announceSync(version: Parameters<typeof publishedSync>[1] = {}): Promise<Sync> {
    const configuration = { destinationId: destination.id, ...version.configuration };
    const sync = publishedSync(model, { ...version, configuration });
    await neighbours.announce(SyncState, sync);
    await eventually(() => editor.get(`/schedules/${sync.id}`).expect(200));
    return sync;
  }

  async function requestRun(sync: Sync): Promise<RunDetailsDto> {
    const { body } = (await editor.post('/runs', { syncId: sync.id }).expect(201)) as { body: RunDetailsDto };
    return ended(body.id);
  }

  async function ended(runId: string): Promise<RunDetailsDto> {
    return eventually(async () => {
      const { body } = (await editor.get(`/runs/${runId}`).expect(200)) as { body: RunDetailsDto };
      expect(['succeeded', 'failed']).toContain(body.status);
      return body;
    });
  }

  it('moves the rows of the model into the destination and counts what became of them', async () => {
    const sync = await announceSync();
    const first = await requestRun(sync);
    expect(first).toMatchObject({ status: 'succeeded', failure: null, syncVersion: 1, modelVersion: 1 });
    expect(first.counts).toEqual({ read: 2500, added: 2500, changed: 0, unchanged: 0, rejected: 0 });
    expect(await destination.query('select * from contacts where external_id in (1, 2500) order by 1')).toEqual([
      { external_id: 1, email: 'person1@example.com' },
      { external_id: 2500, email: 'person2500@example.com' },
    ]);

    await source.query(`update customers set email = 'new@example.com' where id = 7`);
    await source.query(`update customers set email = repeat('x', 60) where id = 8`);
    await source.query(`insert into customers values (2501, 'late@example.com')`);
    const second = await requestRun(sync);
    expect(second.counts).toEqual({ read: 2501, added: 1, changed: 1, unchanged: 2498, rejected: 1 });
    expect(second.rejections).toEqual([
      { key: { external_id: 8 }, reason: expect.stringContaining('check constraint') },
    ]);
  });

  it('starts by itself when its schedule comes due, and says when it starts and ends', async () => {
    const sync = await announceSync({ schedule: everyHour, anchor: new Date(Date.now() - 5_400_000) });
    const run = await eventually(async () => {
      const { body } = (await editor.get(`/runs?syncId=${sync.id}&status=succeeded`)) as {
        body: { items: RunDetailsDto[] };
      };
      expect(body.items).toHaveLength(1);
      return body.items[0]!;
    });
    expect(run).toMatchObject({ trigger: 'schedule', requestedBy: null });
    const events: { type: string; data: object }[] = await scheduler.database.dataSource.query(
      `select replace(type, 'io.imprimatur.', '') as type, data from outbox where subject = $1 order by id`,
      [sync.id],
    );
    expect(events).toEqual([
      { type: 'runs.run.started.v1', data: expect.objectContaining({ runId: run.id, modelVersion: 1 }) },
      {
        type: 'runs.run.finished.v1',
        data: expect.objectContaining({ runId: run.id, outcome: 'succeeded', failure: null, counts: run.counts }),
      },
    ]);
  });

  it('fails with a reason a person can act on, and without secrets, when the source is down', async () => {
    const down = source.connection('source', scheduler.workspace.id, scheduler.config.sealingKeys, {
      ...{ seq: 2, settings: { port: 1 } },
    });
    await neighbours.announce(ConnectionState, down);
    await eventually(async () => {
      const [row]: { seq: string }[] = await scheduler.database.dataSource.query(
        'select seq from connection_state where id = $1',
        [source.id],
      );
      expect(row?.seq).toBe('2');
    });
    const run = await requestRun(await announceSync());
    expect(run).toMatchObject({ status: 'failed', failure: { code: 'source.unreachable' } });
    expect(JSON.stringify(run)).not.toContain(source.password);
    await neighbours.announce(ConnectionState, {
      ...source.connection('source', scheduler.workspace.id, scheduler.config.sealingKeys),
      seq: 3,
    });
  });
});
