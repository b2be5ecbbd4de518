import { topics } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { localBus, testDatabase, type TestDatabase } from '@imprimatur/testing';
import { Registry } from 'prom-client';
import { BusFigures } from './bus-figures.ts';
import { prometheusBusGauges } from './bus-gauges.ts';
import { countIn, Counted, ServiceDouble } from './conformance/service-double.fixture.ts';
import { Freshness } from './consume/freshness.ts';
import { messagingMigrations } from './migrations/messaging-migrations.ts';

describe('what a scrape says of a bus', () => {
  let database: TestDatabase;
  let bus: Awaited<ReturnType<typeof localBus>>;
  let service: ServiceDouble;
  const registry = new Registry();

  beforeAll(async () => {
    [database, bus] = await Promise.all([testDatabase({ entities: [], migrations: messagingMigrations }), localBus()]);
    service = new ServiceDouble(database.dataSource, bus.config).react(Counted, 'counts', countIn('counts'));
    // The local bus has one partition; Kafka has several, of which one may be behind.
    const freshness = new Freshness(database.dataSource, ({ partitions }) => partitions);
    freshness.watch({ group: 'resources.things.g1', topic: topics.resourcesState });
    prometheusBusGauges(registry, new BusFigures(database.dataSource, freshness, service.bus.server.groups));
  });
  afterAll(async () => {
    await service.bus.close();
    await Promise.all([database.drop(), bus.drop()]);
  });

  const scraped = async (name: string): Promise<number | undefined> => {
    const line = (await registry.metrics()).split('\n').find((each) => each.startsWith(`imprimatur_bus_${name} `));
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')).replace('+Inf', 'Infinity'));
  };

  it('is how many events wait, and for how long', async () => {
    expect([await scraped('outbox_unsent'), await scraped('outbox_oldest_seconds')]).toEqual([0, 0]);
    await service.emit(newId(), 's', 1, 2);
    await database.dataSource.query(`update outbox set time = now() - interval '1 minute' where data->>'n' = '1'`);
    expect(await scraped('outbox_unsent')).toBe(2);
    expect(await scraped('outbox_oldest_seconds')).toBeGreaterThanOrEqual(60);
    await database.dataSource.query('update outbox set published_at = now()');
    expect([await scraped('outbox_unsent'), await scraped('outbox_oldest_seconds')]).toEqual([0, 0]);
  });

  it('is how far behind the worst partition of a projection is', async () => {
    const name = 'beat_age_seconds{group="resources.things.g1"}';
    expect(await scraped(name)).toBe(Infinity);
    await database.dataSource.query(
      `insert into projection_beat select 'resources.things.g1', $1, partition, now() - partition * interval '10 seconds'
       from generate_series(0, 99) as partition where partition < $2`,
      [topics.resourcesState.name, topics.resourcesState.partitions],
    );
    expect(await scraped(name)).toBeCloseTo((topics.resourcesState.partitions - 1) * 10, -1);
    await database.dataSource.query('update projection_beat set at = now()');
    expect(await scraped(name)).toBeLessThan(10);
  });

  it('is how many dead letters a group has, without what is parked behind them', async () => {
    const name = 'dead_letters{group="resources.counts"}';
    expect(await scraped(name)).toBe(0);
    for (const reason of ['rule', 'parked'])
      await database.dataSource.query(
        `insert into dead_letter (group_name, kind, event_id, reason, error, attempts, topic, partition, log_offset, headers)
         values ('resources.counts', 'reaction', $1, $2, 'no', 1, 't', 0, 1, '{}')`,
        [newId(), reason],
      );
    expect(await scraped(name)).toBe(1);
  });

  it('leaves out what cannot be read, and says the rest', async () => {
    await database.dataSource.query('alter table dead_letter rename to dead_letter_away');
    expect(await scraped('dead_letters{group="resources.counts"}')).toBeUndefined();
    expect(await scraped('outbox_unsent')).toBe(0);
    await database.dataSource.query('alter table dead_letter_away rename to dead_letter');
  });
});
