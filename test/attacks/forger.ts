import { derivedId } from '@imprimatur/kernel';
import type { EventContract, Service } from '@imprimatur/contracts';
import { appendEvents, newEvent, systemCause, type NewEvent } from '@imprimatur/messaging';
import { eventually } from '@imprimatur/testing';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { InProcessWorld } from '../e2e/in-process-world.ts';

const patiently = { timeoutMs: 30_000 };

/** Somebody who got hold of what a service sends with: what they say goes the way of any event, and nobody can tell it from one. */
export class Forger {
  constructor(private readonly world: InProcessWorld) {}

  /** Says it in the name of `producer` and returns once each of `consumers` has dealt with it, one way or the other. */
  async say<C extends EventContract>(
    producer: Service,
    consumers: Service[],
    contract: C,
    { workspaceId, subject, data }: { workspaceId: string; subject: string; data: z.input<C['data']> },
  ): Promise<NewEvent> {
    const event = newEvent(contract, workspaceId, subject, data);
    await this.send(producer, event);
    await Promise.all(consumers.map((consumer) => this.dealtWith(consumer, event.id)));
    return event;
  }

  async send(producer: Service, ...events: NewEvent[]): Promise<void> {
    await this.world.app(producer).bus.transactions.run((tx) => appendEvents(tx, systemCause(), events));
  }

  /** Puts a record that was sent before on the bus once more, as a relay does that died before it had marked it. */
  async sendAgain(producer: Service, type: string, subject: string): Promise<string[]> {
    const again: { event_id: string }[] = await this.of(producer).query(
      `with sent as (update outbox set published_at = null where type = $1 and subject = $2 returning event_id)
       select event_id from sent`,
      [type, subject],
    );
    await eventually(async () => {
      const waiting: unknown[] = await this.of(producer).query('select from outbox where published_at is null');
      if (waiting.length > 0) throw new Error('not sent again yet');
    }, patiently);
    return again.map(({ event_id }) => event_id);
  }

  async deadLetters(consumer: Service, workspaceId: string): Promise<{ reason: string; error: string }[]> {
    return this.of(consumer).query('select reason, error from dead_letter where workspace_id = $1', [workspaceId]);
  }

  private async dealtWith(consumer: Service, eventId: string): Promise<void> {
    await eventually(async () => {
      const seen: unknown[] = await this.of(consumer).query(
        `select 1 from inbox where event_id = $1 union all select 1 from dead_letter where event_id = $1`,
        [eventId],
      );
      if (seen.length === 0) throw new Error(`${consumer} has not seen the event yet`);
    }, patiently);
  }

  private of(service: Service): DataSource {
    return this.world.app(service).dataSource;
  }
}

/** An id that nothing has. */
export const nobody = derivedId('nobody');
