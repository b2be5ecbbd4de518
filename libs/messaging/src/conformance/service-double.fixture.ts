import { defineEvent, defineState, topics, type EventContract, type StateContract } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { BusConfig } from '../bus-config.ts';
import type { BusLogger } from '../bus-logger.ts';
import type { Outcome } from '../bus-metrics.ts';
import { Bus } from '../bus.ts';
import { systemCause } from '../cause.ts';
import { extrasFor, patternOf, type Subscription } from '../consume/subscription.ts';
import { appendEvents } from '../outbox/append-events.ts';
import { newEvent } from '../outbox/new-event.ts';
import type { ConsumeContext, Received } from '../received.ts';

/** What happened, in order. */
export const Counted = defineEvent(
  topics.resourcesEvents,
  'resources.conformance.counted.v1',
  'n',
  z.object({ n: z.int() }),
);
/** The version of it that only later programs know. */
export const CountedV2 = defineEvent(
  topics.resourcesEvents,
  'resources.conformance.counted.v2',
  'n',
  z.object({ n: z.int(), unit: z.string() }),
);
/** The present value of one thing. */
export const ThingState = defineState(
  topics.resourcesState,
  'thing',
  'resources.thing.state.v1',
  'value',
  z.object({ id: z.uuid(), seq: z.int(), value: z.string() }),
);

/** What a handler did, written in the transaction it did it in. */
export class CreateEffect1767225600090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table effect (id bigint generated always as identity, group_name text not null,
      workspace_id uuid not null, subject text not null, n integer not null)`);
    await runner.query(
      'create table thing (generation int, id uuid, seq int, value text, primary key (generation, id))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect, thing');
  }
}

type Handle<C extends EventContract> = (event: Received<C>, context: ConsumeContext) => Promise<void>;

/** A service made of nothing but its bus and its database. */
export class ServiceDouble {
  readonly bus: Bus;
  readonly outcomes: Outcome[] = [];
  readonly logged: string[] = [];

  constructor(
    readonly dataSource: DataSource,
    config: BusConfig,
    options: { service?: string; leaseMs?: number } = {},
  ) {
    const log =
      (level: string) =>
      (_context: object, message: string): void => {
        this.logged.push(`${level}: ${message}`);
      };
    const logger: BusLogger = { debug: () => undefined, info: log('info'), warn: log('warn'), error: log('error') };
    this.bus = new Bus({
      service: options.service ?? 'resources',
      dataSource,
      config,
      logger,
      ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
      metrics: {
        sent: () => undefined,
        setAside: () => undefined,
        handled: (_group, outcome) => this.outcomes.push(outcome),
        retried: () => undefined,
      },
    });
  }

  react<C extends EventContract>(contract: C, group: string, handle: Handle<C> = countIn(group)): this {
    return this.subscribe({ kind: 'reaction', contract, group, parks: true }, handle);
  }

  project<C extends StateContract>(contract: C, group: string, generation: number, handle: Handle<C>): this {
    return this.subscribe({ kind: 'projection', contract, group, generation }, handle);
  }

  listen(): this {
    this.bus.server.listen(() => undefined);
    return this;
  }

  async emit(workspaceId: string, subject: string, ...numbers: number[]): Promise<void> {
    await this.bus.transactions.run((tx) =>
      appendEvents(
        tx,
        systemCause(),
        numbers.map((n) => newEvent(Counted, workspaceId, subject, { n })),
      ),
    );
  }

  async state(workspaceId: string, id: string, seq: number, value: string): Promise<void> {
    const event = newEvent(ThingState, workspaceId, id, { id, seq, value });
    await this.bus.transactions.run((tx) => appendEvents(tx, systemCause(), [event]));
  }

  /** Something this program would never append itself. */
  async emitRaw(type: string, workspaceId: string, subject: string, data: unknown): Promise<void> {
    await this.dataSource.query(
      `insert into outbox (event_id, topic, type, workspace_id, subject, record_key, data, bytes, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, 100, 'raw')`,
      [newId(), topics.resourcesEvents.name, type, workspaceId, subject, workspaceId, JSON.stringify(data)],
    );
  }

  /** The numbers a group has counted, in order. */
  async counted(group: string, workspaceId: string, subject?: string): Promise<number[]> {
    const rows = await this.dataSource.query<{ n: number }[]>(
      `select n from effect where group_name = $1 and workspace_id = $2 and ($3::text is null or subject = $3) order by id`,
      [group, workspaceId, subject ?? null],
    );
    return rows.map(({ n }) => n);
  }

  async things(generation: number): Promise<{ id: string; value: string }[]> {
    return this.dataSource.query('select id, value from thing where generation = $1 order by id', [generation]);
  }

  private subscribe(subscription: Subscription, handle: Handle<EventContract>): this {
    const pattern = patternOf(subscription);
    this.bus.server.addHandler(pattern, handle as never, true, extrasFor([subscription]));
    return this;
  }
}

/** The handler that writes down what it got. */
export const countIn =
  (group: string) =>
  async (event: Received, { tx }: ConsumeContext): Promise<void> => {
    await tx.query('insert into effect (group_name, workspace_id, subject, n) values ($1, $2, $3, $4)', [
      group,
      event.workspaceId,
      event.subject,
      (event.data as { n: number }).n,
    ]);
  };

/** The handler that keeps a copy: what is older than the copy changes nothing. */
export const copyInto =
  (generation: number) =>
  async ({ data }: Received<typeof ThingState>, { tx }: ConsumeContext): Promise<void> => {
    await tx.query(
      `insert into thing (generation, id, seq, value) values ($1, $2, $3, $4)
       on conflict (generation, id) do update set seq = excluded.seq, value = excluded.value where thing.seq <= excluded.seq`,
      [generation, data.id, data.seq, data.value],
    );
  };
