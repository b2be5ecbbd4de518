import { allTopics, type Topic } from '@imprimatur/contracts';
import type { DataSource } from 'typeorm';
import type { BusLogger } from '../bus-logger.ts';
import type { BusMetrics } from '../bus-metrics.ts';
import { encodeHeaders } from '../cloud-event.ts';
import { partitionOf } from '../partition-of.ts';
import { backoff } from '../pause.ts';
import { isTransient } from '../transient.ts';
import { RecordRefused, SenderFenced, type OutgoingRecord, type Transport } from '../transport.ts';
import { WakeUp } from '../wake-up.ts';
import { takeBatch } from './batch.ts';
import { Beats } from './beats.ts';
import { OutboxRows, type OutboxRow } from './outbox-rows.ts';
import { RelayLease } from './relay-lease.ts';

const SCAN_ROWS = 500;
const POLL_MS = 100;
const DEFAULT_LEASE_MS = 5_000;

export interface RelayOptions {
  service: string;
  dataSource: DataSource;
  transport: Transport;
  /** Those this service is the producer of. */
  stateTopics: readonly Topic[];
  logger: BusLogger;
  metrics: BusMetrics;
  leaseMs?: number | undefined;
}

type Pass = 'rest' | 'more' | 'lost';

/** Sends what is in the outbox, in order, and only then marks it. The only producer of its service. */
export class Relay {
  private readonly lease: RelayLease;
  private readonly outbox: OutboxRows;
  private readonly beats: Beats;
  private readonly wakeUp = new WakeUp();
  private readonly source: string;
  private readonly leaseMs: number;
  private readonly sender;
  private stopping = false;
  private running: Promise<void> | undefined;
  /** Halved whenever the broker refuses a batch, until the one row it means is alone. */
  private limit = SCAN_ROWS;

  constructor(private readonly options: RelayOptions) {
    this.leaseMs = options.leaseMs ?? DEFAULT_LEASE_MS;
    this.source = `/imprimatur/${options.service}`;
    this.lease = new RelayLease(options.dataSource, this.leaseMs);
    this.outbox = new OutboxRows(options.dataSource, this.lease);
    this.sender = options.transport.sender(options.service);
    this.beats = new Beats({
      source: this.source,
      topics: options.stateTopics,
      partitionsOf: (topic) => options.transport.partitionsOf(topic),
    });
  }

  start(): void {
    this.running ??= this.run();
  }

  /** There is something to send. */
  nudge(): void {
    this.wakeUp.ring();
  }

  /** After the batch in hand; the next relay may take over at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping;) {
      try {
        if (await this.takeOver()) await this.lead(() => (failures = 0));
        else await this.wakeUp.wait(Math.min(this.leaseMs / 3, 1_000));
      } catch (error) {
        failures += 1;
        this.report(error, failures);
        if (!this.stopping) await this.wakeUp.wait(backoff(failures));
      } finally {
        await this.sender.close();
      }
    }
    await this.lease.release().catch((error: unknown) => {
      this.options.logger.debug({ err: error }, 'the relay lease is left to expire');
    });
  }

  /** Opening the sender fences whoever sent before, so the lease must be ours still when that is done. */
  private async takeOver(): Promise<boolean> {
    if (!(await this.lease.take())) return false;
    await this.sender.open();
    return this.lease.renew();
  }

  private async lead(progress: () => void): Promise<void> {
    while (!this.stopping && (await this.lease.keep())) {
      const pass = await this.pass();
      progress();
      if (pass === 'lost') return;
      if (pass === 'rest') await this.wakeUp.wait(POLL_MS);
    }
  }

  private async pass(): Promise<Pass> {
    const beatTime = this.beats.due() ? await this.outbox.now() : null;
    const rows = await this.outbox.scan(this.limit);
    const batch = takeBatch(rows, (row) => `${row.topic}/${this.partition(row)}`);
    const state = batch.filter((row) => topicOf(row)?.kept === 'compacted');
    const events = batch.filter((row) => topicOf(row)?.kept === '14 days');
    const unknown = batch.filter((row) => topicOf(row) === undefined);

    for (const row of unknown) await this.setAside(row, 'there is no such topic');
    for (const same of [state, events]) {
      if (same.length > 0 && !(await this.send(same))) return 'lost';
    }
    const complete = rows.length === batch.length && rows.length < this.limit;
    this.limit = Math.min(this.limit * 2, SCAN_ROWS);
    if (!complete) return 'more';
    if (beatTime !== null) await this.beat(beatTime);
    return 'rest';
  }

  private async send(rows: readonly OutboxRow[]): Promise<boolean> {
    try {
      await this.sender.send(rows.map((row) => this.record(row)));
    } catch (error) {
      if (!(error instanceof RecordRefused)) throw error;
      const [first] = rows;
      if (rows.length === 1 && first) await this.setAside(first, error.message);
      else this.limit = Math.max(1, Math.floor(rows.length / 2));
      return false;
    }
    for (const row of rows) this.options.metrics.sent(row.topic, 1);
    return this.outbox.markPublished(rows);
  }

  private async beat(time: Date): Promise<void> {
    const stuck = await this.outbox.stuck();
    const withheld = new Set(stuck.map((row) => `${row.topic}/${this.partition(row)}`));
    const records = this.beats.at(time, withheld);
    if (records.length > 0) await this.sender.send(records);
    this.beats.wereSent();
  }

  private async setAside(row: OutboxRow, reason: string): Promise<void> {
    if (!(await this.outbox.setAside(row, reason))) return;
    this.options.metrics.setAside(row.topic);
    this.options.logger.error(
      { outboxId: row.id, eventId: row.event_id, type: row.type, topic: row.topic, subject: row.subject, reason },
      'an event was set aside: the broker refuses it for good, and later events of its subject wait behind it',
    );
  }

  private record(row: OutboxRow): OutgoingRecord {
    const headers = encodeHeaders({
      id: row.event_id,
      type: row.type,
      source: this.source,
      workspaceId: row.workspace_id,
      subject: row.subject,
      time: row.time,
      actor: row.actor,
      correlationId: row.correlation_id,
      causationId: row.causation_id,
      traceparent: row.traceparent,
    });
    const topic = topicOf(row)!;
    return { topic, partition: this.partition(row), key: row.record_key, headers, value: row.data };
  }

  private partition(row: Pick<OutboxRow, 'topic' | 'workspace_id'>): number {
    const topic = topicOf(row);
    return topic === undefined ? 0 : partitionOf(row.workspace_id, this.options.transport.partitionsOf(topic));
  }

  private report(error: unknown, failures: number): void {
    const context = { err: error, failures };
    if (error instanceof SenderFenced) this.options.logger.warn(context, 'another relay has taken over');
    else if (isTransient(error)) this.options.logger.warn(context, 'the relay cannot send for now');
    else this.options.logger.error(context, 'the relay failed and starts again');
  }
}

const byName = new Map(allTopics.map((topic) => [topic.name, topic]));
const topicOf = (row: { topic: string }): Topic | undefined => byName.get(row.topic);
