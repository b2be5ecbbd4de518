import { newId } from '@imprimatur/kernel';

/** Who and what an event comes from. Travels as an argument, never as ambient context. */
export interface Cause {
  /** The member who acted, or null when the system did by itself. */
  actor: string | null;
  /** The same for everything that follows from one command. */
  correlationId: string;
  /** The event that was reacted to, if any. */
  causationId: string | null;
  /** W3C trace context of the command. */
  traceparent?: string | null;
}

/** The cause of what nobody asked for: a timer, a repair, a first start. */
export function systemCause(): Cause {
  return { actor: null, correlationId: newId(), causationId: null };
}
