import { DomainError } from '@imprimatur/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { BusLogger } from '../bus-logger.ts';
import type { BusMetrics, Outcome } from '../bus-metrics.ts';
import { backoff, pause } from '../pause.ts';
import type { Received } from '../received.ts';
import { isTransient } from '../transient.ts';
import { Interrupted, type IncomingRecord, type Lifeline } from '../transport.ts';
import type { BeatBook } from './beat-book.ts';
import { classify, type Identity } from './classify.ts';
import { clearDeadLetters, hasDeadLetter, insertDeadLetter, type DeadReason, type Death } from './dead-letter-rows.ts';
import type { Group, Handler } from './group.ts';
import { whileBeating } from './while-beating.ts';

const TRIES = 3;

export interface PipelineOptions {
  dataSource: DataSource;
  group: Group;
  beats: BeatBook;
  /** Called after a reaction was committed, which may have appended events of its own. */
  committed(): void;
  logger: BusLogger;
  metrics: BusMetrics;
}

/** What happens to every record, whatever transport brought it. */
export class Pipeline {
  private readonly group: Group;

  constructor(private readonly options: PipelineOptions) {
    this.group = options.group;
  }

  /** Resolves when the record is dealt with for good: its effect, or its dead letter, is committed. */
  async handle(record: IncomingRecord, lifeline: Lifeline): Promise<void> {
    const classified = classify(record, this.group);
    switch (classified.is) {
      case 'beat':
        if (this.group.kind === 'projection') this.options.beats.note(record.topic, record.partition, classified.at);
        return;
      case 'skipped':
        return this.options.metrics.handled(this.group.name, 'skipped');
      case 'malformed':
      case 'future':
        return this.bury(
          record,
          classified.identity,
          { reason: classified.is, error: classified.error, attempts: 0 },
          lifeline,
        );
      case 'event':
        return this.attempt(record, classified.event, classified.handle, lifeline);
    }
  }

  private async attempt(record: IncomingRecord, event: Received, handle: Handler, lifeline: Lifeline): Promise<void> {
    const identity = { eventId: event.id, workspaceId: event.workspaceId, subject: event.subject };
    for (let tries = 1, transient = 0; ;) {
      try {
        const outcome = await whileBeating(lifeline, () => this.apply(record, identity, event, handle));
        this.count(outcome);
        return;
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        const reason = reasonFor(error);
        if (reason === 'transient') await this.waitToRetry(record, error, ++transient, lifeline);
        else if (reason === 'failed' && tries < TRIES) await this.waitToRetry(record, error, tries++, lifeline);
        else return this.bury(record, identity, { reason, error: describe(error), attempts: tries }, lifeline);
      }
    }
  }

  private apply(record: IncomingRecord, identity: Identity, event: Received, handle: Handler): Promise<Outcome> {
    return this.options.dataSource.transaction(async (tx) => {
      if (this.group.kind === 'projection') {
        await handle(event, { tx });
        await clearDeadLetters(tx, this.group, record);
        return 'done';
      }
      if (!(await this.claim(tx, identity.eventId))) return 'duplicate';
      if (this.group.parks && (await hasDeadLetter(tx, this.group, identity))) {
        const error = 'behind an earlier dead letter of the same subject';
        await insertDeadLetter(tx, this.group, record, identity, { reason: 'parked', error, attempts: 0 });
        return 'parked';
      }
      await handle(event, { tx });
      return 'done';
    });
  }

  private async bury(record: IncomingRecord, identity: Identity, death: Death, lifeline: Lifeline): Promise<void> {
    for (let failures = 0; ;) {
      try {
        const outcome = await whileBeating(lifeline, () => this.entomb(record, identity, death));
        this.count(outcome);
        if (outcome === 'dead') {
          const { topic, partition, offset } = record;
          this.options.logger.error(
            { group: this.group.name, topic, partition, offset, ...identity, ...death },
            'an event became a dead letter',
          );
        }
        return;
      } catch (error) {
        if (error instanceof Interrupted) throw error;
        await this.waitToRetry(record, error, ++failures, lifeline);
      }
    }
  }

  private entomb(record: IncomingRecord, identity: Identity, death: Death): Promise<Outcome> {
    return this.options.dataSource.transaction(async (tx) => {
      if (this.group.kind === 'projection') {
        await clearDeadLetters(tx, this.group, record);
      } else {
        if (!(await this.claim(tx, identity.eventId))) return 'duplicate';
        if (this.group.parks && (await hasDeadLetter(tx, this.group, identity))) {
          await insertDeadLetter(tx, this.group, record, identity, { ...death, reason: 'parked' });
          return 'parked';
        }
      }
      await insertDeadLetter(tx, this.group, record, identity, death);
      return 'dead';
    });
  }

  private async claim(tx: EntityManager, eventId: string): Promise<boolean> {
    const claimed = await tx.query<unknown[]>(
      'insert into inbox (group_name, event_id) values ($1, $2) on conflict do nothing returning event_id',
      [this.group.name, eventId],
    );
    return claimed.length > 0;
  }

  private async waitToRetry(
    record: IncomingRecord,
    error: unknown,
    attempt: number,
    lifeline: Lifeline,
  ): Promise<void> {
    const { topic, partition, offset } = record;
    this.options.metrics.retried(this.group.name);
    this.options.logger.warn(
      { err: error, group: this.group.name, topic, partition, offset, attempt },
      'an event could not be handled and is tried again',
    );
    await whileBeating(lifeline, () => pause(backoff(attempt), lifeline.signal));
    if (lifeline.signal.aborted) throw new Interrupted('The consumer stops.');
  }

  private count(outcome: Outcome): void {
    this.options.metrics.handled(this.group.name, outcome);
    if (outcome === 'done') this.options.committed();
  }
}

/** Database gone or the like is nobody's fault; a broken rule stays broken however often it is tried. */
export function reasonFor(error: unknown): DeadReason | 'transient' {
  if (isTransient(error)) return 'transient';
  return error instanceof DomainError ? 'rule' : 'failed';
}

export function describe(error: unknown): string {
  if (error instanceof DomainError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
