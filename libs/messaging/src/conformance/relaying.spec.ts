import { topics } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { describeOnBuses, eventually } from '@imprimatur/testing';
import kafkajs from 'kafkajs';
import pg from 'pg';
import type { BusConfig } from '../bus-config.ts';
import { systemCause } from '../cause.ts';
import { openTransport } from '../open-transport.ts';
import { appendEvents } from '../outbox/append-events.ts';
import { newEvent } from '../outbox/new-event.ts';
import { SenderFenced } from '../transport.ts';
import { Conversation } from './conversation.fixture.ts';
import { Counted, copyInto, type ServiceDouble, ThingState } from './service-double.fixture.ts';

const patient = { timeoutMs: 20_000 };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

describeOnBuses('relaying the outbox', (bus) => {
  let here: Conversation;
  let approvals: ServiceDouble;

  beforeEach(async () => {
    here = await Conversation.on(bus.config());
    approvals = here
      .counting()
      .project(ThingState, `things-${here.group}`, 1, here.onlyHere(copyInto(1)))
      .listen();
  });

  afterEach(() => here.close());

  const relay = async (options: { leaseMs?: number } = {}): Promise<ServiceDouble> => {
    const double = here.sender(options);
    await double.bus.startRelay();
    return double;
  };
  const unpublished = async (): Promise<number> => {
    const [{ count }] = await here.sending.dataSource.query<[{ count: number }]>(
      'select count(*)::int as count from outbox where published_at is null',
    );
    return count;
  };

  it('sends a row that was committed after later ones', async () => {
    const resources = await relay();
    const early = here.sending.dataSource.createQueryRunner();
    await early.startTransaction();
    await appendEvents(early.manager, systemCause(), [newEvent(Counted, here.workspace, 'early', { n: 1 })]);
    await resources.emit(here.workspace, 'late', 2);
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([2]), patient);
    await early.commitTransaction();
    await early.release();
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([2, 1]), patient);
  });

  it('sends again what it may not have sent, when it dies between sending and marking', async () => {
    const resources = here.sender();
    await resources.emit(here.workspace, 'subject', 1);
    const holder = new pg.Client({ connectionString: here.sending.url });
    await holder.connect();
    await holder.query('begin; select from outbox for update');
    await resources.bus.startRelay();
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([1]), patient);
    await eventually(async () => {
      const { rows } = await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
    });
    await holder.query('rollback');
    await holder.end();
    await eventually(() => expect(approvals.outcomes).toContain('duplicate'), patient);
    await eventually(async () => expect(await unpublished()).toBe(0), patient);
    expect(await approvals.counted(here.group, here.workspace)).toEqual([1]);
  });

  it('does not let a relay that was replaced send state', async () => {
    const transport = openTransport(bus.config(), silent);
    const service = `resources-${newId()}`;
    const [old, young] = [transport.sender(service), transport.sender(service)];
    const headers = { ce_type: 'io.imprimatur.of.no.interest.v1' };
    const record = { topic: topics.resourcesState, partition: 0, key: 'k', headers, value: '{}' };
    await old.open();
    await old.send([record]);
    await young.open();
    await expect(old.send([record])).rejects.toBeInstanceOf(SenderFenced);
    await young.send([record]);
    await Promise.all([old.close(), young.close()]);
    await transport.close();
  });

  it('stands by after losing its lease unawares, and takes over when the other stops', async () => {
    const first = await relay({ leaseMs: 60_000 });
    const id = newId();
    await first.state(here.workspace, id, 1, 'first');
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id, value: 'first' }]), patient);

    const [{ epoch }] = await here.sending.dataSource.query<[{ epoch: string }]>(
      `with expired as (update relay_lease set expires_at = '-infinity' returning epoch) select epoch from expired`,
    );
    const second = await relay({ leaseMs: 600 });
    await eventually(async () => {
      const rows = await here.sending.dataSource.query<unknown[]>('select from relay_lease where epoch > $1', [epoch]);
      expect(rows).toHaveLength(1);
    }, patient);
    await first.state(here.workspace, id, 2, 'second');
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id, value: 'second' }]), patient);
    await eventually(async () => expect(await unpublished()).toBe(0), patient);

    await second.bus.close();
    await first.state(here.workspace, id, 3, 'first again');
    await eventually(async () => expect(await approvals.things(1)).toEqual([{ id, value: 'first again' }]), patient);
    expect(first.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('sets aside what the broker refuses for good, with the later rows of its subject, and sends the rest', async () => {
    await refuseLargeValues(bus.config());
    const resources = here.sender();
    await resources.emit(here.workspace, 'fine', 1);
    await resources.emitRaw(Counted.type, here.workspace, 'large', { n: 2, padding: 'x'.repeat(6_000) });
    await resources.emit(here.workspace, 'large', 3);
    await resources.emit(here.workspace, 'fine', 4);
    await resources.bus.startRelay();
    await eventually(async () => expect(await approvals.counted(here.group, here.workspace)).toEqual([1, 4]), patient);
    await eventually(async () => expect(await unpublished()).toBe(2), patient);
    expect(resources.logged.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringContaining('an event was set aside'),
    ]);
    const rows = await here.sending.dataSource.query<{ subject: string }[]>(
      'select subject from outbox where set_aside_at is not null',
    );
    expect(rows).toEqual([{ subject: 'large' }]);
  });

  it('sends no beat to a partition whose state is set aside, until it is sent after all', async () => {
    await refuseLargeValues(bus.config());
    const resources = await relay();
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
    await resources.state(here.workspace, newId(), 1, 'x'.repeat(6_000));
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(true), patient);
    await here.sending.dataSource.query(
      `update outbox set data = json_build_object('id', data->'id', 'seq', 1, 'value', 'small'), set_aside_at = null
       where set_aside_at is not null`,
    );
    await eventually(async () => expect(await approvals.bus.freshness.behind(here.workspace)).toBe(false), patient);
    expect(await approvals.things(1)).toMatchObject([{ value: 'small' }]);
  });
});

/** What a broker with a lower limit than ours would do. */
async function refuseLargeValues(config: BusConfig): Promise<void> {
  if (config.kind === 'local') {
    const client = new pg.Client({ connectionString: config.databaseUrl });
    await client.connect();
    await client.query('alter table log add check (length(value) < 3000) not valid');
    await client.end();
    return;
  }
  const admin = new kafkajs.Kafka({ brokers: config.brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.alterConfigs({
    validateOnly: false,
    resources: [topics.resourcesEvents, topics.resourcesState].map(({ name }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: `${config.topicPrefix}${name}`,
      configEntries: [{ name: 'max.message.bytes', value: '3000' }],
    })),
  });
  await admin.disconnect();
}
