import { defineEvent, topics } from '@imprimatur/contracts';
import { DomainError, newId } from '@imprimatur/kernel';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { prometheusBusMetrics } from './bus-metrics.ts';
import { decodeHeaders, encodeHeaders } from './cloud-event.ts';
import { classify } from './consume/classify.ts';
import type { Group } from './consume/group.ts';
import { Counted } from './conformance/service-double.fixture.ts';
import { partitionOf } from './partition-of.ts';
import { backoff } from './pause.ts';
import { takeBatch } from './relay/batch.ts';
import { isTransient } from './transient.ts';

const failure = (properties: object, message = 'failed', name = 'Error'): Error =>
  Object.assign(new Error(message), { name }, properties);

describe('what may succeed later unchanged', () => {
  it.each([
    ['a refused connection', failure({ code: 'ECONNREFUSED' })],
    ['a serialization failure, as TypeORM wraps it', failure({ driverError: failure({ code: '40001' }) })],
    ['a deadlock', failure({ code: '40P01' })],
    ['a database that shuts down', failure({ code: '57P01' })],
    ['both addresses of a host refusing', new AggregateError([failure({ code: 'ECONNREFUSED' })], 'all refused')],
    ['a lost connection', failure({}, 'Connection terminated unexpectedly')],
    ['a connection lost in a transaction', failure({}, 'Query runner already released. Cannot run queries anymore.')],
    ['the cause of another error', new Error('no rows', { cause: failure({ code: 'ECONNRESET' }) })],
    ['a broker that is away', failure({}, 'no', 'KafkaJSNumberOfRetriesExceeded')],
    ['a protocol error Kafka calls retriable', failure({ retriable: true }, 'no', 'KafkaJSProtocolError')],
    ['a broker that stumbled', failure({ type: 'UNKNOWN', code: -1, retriable: false }, 'no', 'KafkaJSProtocolError')],
    [
      'a transaction that another sender ended',
      failure({ type: 'INVALID_TXN_STATE', retriable: false }, 'no', 'KafkaJSProtocolError'),
    ],
    ['a statement that was cut off for taking too long', failure({ code: '57014' })],
    ['a transaction that was cut off for idling', failure({ code: '25P03' })],
    ['something unavailable', new DomainError('unavailable', 'rights.unconfirmed', 'later')],
  ])('%s', (_what, error) => expect(isTransient(error)).toBe(true));

  it.each([
    ['a broken constraint', failure({ code: '23505' })],
    ['a broken rule', new DomainError('conflict', 'draft.in-review', 'no')],
    ['a bug', new TypeError('undefined is not a function')],
    ['what is no error at all', 'ECONNREFUSED'],
    ['a protocol error Kafka calls final', failure({ retriable: false }, 'no', 'KafkaJSProtocolError')],
  ])('but not %s', (_what, error) => expect(isTransient(error)).toBe(false));
});

describe('an envelope', () => {
  const envelope = {
    ...{ id: newId(), type: 'io.imprimatur.x.v1', source: '/imprimatur/resources', workspaceId: newId(), subject: 's' },
    ...{ time: new Date(), correlationId: 'c', actor: null, causationId: null, traceparent: null },
  };

  it('survives the headers of a record, with and without what is optional', () => {
    const full = { ...envelope, actor: newId(), causationId: newId(), traceparent: '00-a-b-01' };
    expect(decodeHeaders(encodeHeaders(envelope))).toEqual(envelope);
    expect(decodeHeaders(encodeHeaders(full))).toEqual(full);
    expect(encodeHeaders(envelope)).toMatchObject({ ce_specversion: '1.0', 'content-type': 'application/json' });
  });

  it('names the headers that are missing', () => {
    expect(() => decodeHeaders({ ...encodeHeaders(envelope), ce_id: '7' })).toThrow(/ce_id/);
  });
});

describe('a record', () => {
  const group: Group = {
    name: 'approvals.counts',
    kind: 'reaction',
    parks: true,
    handlers: new Map([[Counted.type, { contract: Counted, handle: () => Promise.resolve() }]]),
  };
  const record = (
    headers: Record<string, string>,
    value: string | null = '{"n":1}',
  ): Parameters<typeof classify>[0] => ({
    ...{ topic: 't', partition: 0, offset: '5', key: null, headers },
    value: value === null ? null : Buffer.from(value),
  });
  const headers = encodeHeaders({
    ...{ id: newId(), type: Counted.type, source: 's', workspaceId: newId(), subject: 's' },
    ...{ time: new Date(), correlationId: 'c', actor: null, causationId: null, traceparent: null },
  });
  const typed = (type: string): Record<string, string> => ({ ...headers, ce_type: type });

  it.each([
    ['event', record(headers)],
    ['skipped', record(typed('io.imprimatur.unheard.of.v1'))],
    ['skipped', record(typed('io.imprimatur.resources.conformance.counted.v0'))],
    ['future', record(typed('io.imprimatur.resources.conformance.counted.v10'))],
    ['beat', record(typed('io.imprimatur.messaging.beat.v1'))],
    ['malformed', record(headers, '{"n":')],
    ['malformed', record(headers, null)],
    ['malformed', record({})],
    ['malformed', record({ ...headers, ce_workspaceid: 'acme' })],
  ])('is %s', (is, each) => expect(classify(each, group)).toMatchObject({ is }));

  it('is malformed when what it says is of another workspace than its envelope', () => {
    const Owned = defineEvent(
      topics.resourcesEvents,
      'resources.conformance.owned.v1',
      'n',
      z.object({ workspaceId: z.uuid() }),
    );
    const owners = {
      ...group,
      handlers: new Map([[Owned.type, { contract: Owned, handle: () => Promise.resolve() }]]),
    };
    const said = (workspaceId: string) => record(typed(Owned.type), JSON.stringify({ workspaceId }));
    expect(classify(said(headers['ce_workspaceid']!), owners)).toMatchObject({ is: 'event' });
    expect(classify(said(newId()), owners)).toMatchObject({ is: 'malformed', identity: { eventId: headers['ce_id'] } });
  });

  it('without an id is the same dead letter every time it is delivered', () => {
    expect(classify(record({}), group)).toEqual(classify(record({}), group));
  });
});

describe('a batch', () => {
  const row = (place: string, kibibytes: number): { place: string; bytes: number } => ({
    place,
    bytes: kibibytes * 1024,
  });

  it('holds 768 KiB a partition, and nothing after the first row that waits', () => {
    const rows = [row('a', 700), row('b', 10), row('a', 100), row('a', 1), row('b', 758), row('b', 1)];
    expect(takeBatch(rows, ({ place }) => place)).toEqual([rows[0], rows[1], rows[4]]);
  });

  it('always holds the first row', () => {
    expect(takeBatch([row('a', 900)], ({ place }) => place)).toHaveLength(1);
  });
});

it('sends a workspace to the same partition for good', () => {
  expect(partitionOf('0192f0c1-0000-7000-8000-000000000001', 6)).toBe(1);
  const spread = new Set(Array.from({ length: 200 }, () => partitionOf(newId(), 6)));
  expect(spread.size).toBe(6);
});

it('counts in a registry that several services may share', async () => {
  const registry = new Registry();
  for (const metrics of [prometheusBusMetrics(registry), prometheusBusMetrics(registry)]) {
    metrics.sent('t', 2);
    metrics.handled('g', 'dead');
    metrics.retried('g');
    metrics.setAside('t');
  }
  const text = await registry.metrics();
  expect(text).toContain('imprimatur_bus_sent_total{topic="t"} 4');
  expect(text).toContain('imprimatur_bus_handled_total{group="g",outcome="dead"} 2');
  expect(text).toContain('imprimatur_bus_retried_total{group="g"} 2');
  expect(text).toContain('imprimatur_bus_set_aside_total{topic="t"} 2');
});

it('waits longer each time, up to a limit', () => {
  expect(backoff(1)).toBeLessThan(120);
  expect(backoff(4)).toBeGreaterThan(700);
  expect(backoff(1_000)).toBeLessThan(5_600);
});
