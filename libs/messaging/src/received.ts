import type { DataOf, EventContract } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import type { Cause } from './cause.ts';

/** An event as a handler gets it: its data parsed with the contract's schema. */
export interface Received<Contract extends EventContract = EventContract> {
  id: string;
  type: string;
  workspaceId: string;
  subject: string;
  time: Date;
  actor: string | null;
  correlationId: string;
  traceparent?: string | null;
  data: DataOf<Contract>;
}

/** The second argument of a handler. */
export interface ConsumeContext {
  /** A reaction's inbox row is claimed in this transaction, so its effect and its own events belong here too. */
  tx: EntityManager;
}

/** The cause of whatever a handler does because of `event`. */
export function causeOf(event: Omit<Received, 'data'>): Cause {
  return {
    actor: event.actor,
    correlationId: event.correlationId,
    causationId: event.id,
    traceparent: event.traceparent ?? null,
  };
}
