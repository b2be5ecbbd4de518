import type { DataOf, EventContract, StateContract } from '@imprimatur/contracts';
import { DomainError, newId } from '@imprimatur/kernel';
import { z } from 'zod';

/** What a batch to one partition may weigh, and therefore the most one event may. */
export const MAX_EVENT_BYTES = 768 * 1024;

/** An event that is about to be appended to the outbox. */
export interface NewEvent<Contract extends EventContract = EventContract> {
  id: string;
  contract: Contract;
  workspaceId: string;
  /** What the event is about: the request's id, else the resource's, else the member's or role's. */
  subject: string;
  data: DataOf<Contract>;
}

/**
 * Makes an event of data that satisfies its contract. Data that does not is a bug of the caller and a `TypeError` naming the path;
 * data over 768 KiB is a `DomainError` `event.too-large`.
 */
export function newEvent<Contract extends EventContract>(
  contract: Contract,
  workspaceId: string,
  subject: string,
  data: z.input<Contract['data']>,
): NewEvent<Contract> {
  const parsed = contract.data.safeParse(data);
  if (!parsed.success) throw new TypeError(`${contract.type} cannot carry this: ${z.prettifyError(parsed.error)}`);
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data));
  if (bytes > MAX_EVENT_BYTES) {
    throw new DomainError('too-large', 'event.too-large', 'This is more than one change may hold (768 KiB).', {
      details: { limit: MAX_EVENT_BYTES, bytes },
    });
  }
  return { id: newId(), contract, workspaceId, subject, data: parsed.data as DataOf<Contract> };
}

const isState = (contract: EventContract): contract is StateContract => 'kind' in contract;

/** What compaction keeps the last record of: `workspace:kind:id` for state, the workspace for events. */
export function recordKey({ contract, workspaceId, subject, data }: NewEvent): string {
  if (!isState(contract)) return workspaceId;
  const id = (data as { id?: unknown }).id;
  return `${workspaceId}:${contract.kind}:${typeof id === 'string' ? id : subject}`;
}
