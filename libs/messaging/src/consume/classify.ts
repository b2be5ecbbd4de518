import { allContracts } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';
import { z } from 'zod';
import { BEAT, decodeHeaders, type Envelope } from '../cloud-event.ts';
import type { Received } from '../received.ts';
import type { IncomingRecord } from '../transport.ts';
import type { Group, Handler } from './group.ts';

/** What becomes of a record before any handler has seen it. */
export type Classified =
  | { is: 'event'; event: Received; handle: Handler }
  | { is: 'beat'; at: Date }
  | { is: 'skipped' }
  | { is: 'malformed' | 'future'; error: string; identity: Identity };

/** As much of an event's identity as could be made out. */
export interface Identity {
  eventId: string;
  workspaceId: string | null;
  subject: string | null;
}

const known = new Set(allContracts.map(({ type }) => type));

/** Types of no interest are told apart before anything else is looked at: what they carry is no concern of this group. */
export function classify(record: IncomingRecord, group: Group): Classified {
  const type = record.headers['ce_type'];
  const handler = type === undefined ? undefined : group.handlers.get(type);
  if (type !== undefined && handler === undefined && type !== BEAT) {
    if (known.has(type) || !isFuture(type, group)) return { is: 'skipped' };
    return { is: 'future', error: `${type} is newer than this version knows`, identity: identify(record) };
  }
  try {
    const envelope = decodeHeaders(record.headers);
    if (handler === undefined) return { is: 'beat', at: envelope.time };
    const parsed = handler.contract.data.safeParse(JSON.parse(record.value?.toString() ?? 'null'));
    if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
    assertOwn(envelope, parsed.data);
    return { is: 'event', event: received(envelope, parsed.data), handle: handler.handle };
  } catch (error) {
    return {
      is: 'malformed',
      error: error instanceof Error ? error.message : String(error),
      identity: identify(record),
    };
  }
}

/** A state names its workspace in its key as well: one that was put into another's would be an effect across the border. */
function assertOwn({ workspaceId }: Envelope, data: unknown): void {
  const claimed = (data as { workspaceId?: string } | null)?.workspaceId;
  if (claimed !== undefined && claimed !== workspaceId)
    throw new Error(`the data is of workspace ${claimed}, the record of ${workspaceId}`);
}

function received(envelope: Envelope, data: unknown): Received {
  const { id, type, workspaceId, subject, time, actor, correlationId, traceparent } = envelope;
  return { id, type, workspaceId, subject, time, actor, correlationId, traceparent, data };
}

const split = (type: string): [name: string, version: number] => {
  const match = /^(.*)\.v(\d+)$/.exec(type);
  return match ? [match[1]!, Number(match[2])] : [type, 0];
};

/** The same name as a type handled here, with a higher version. */
function isFuture(type: string, group: Group): boolean {
  const [name, version] = split(type);
  return [...group.handlers.keys()].some((handled) => {
    const [handledName, handledVersion] = split(handled);
    return handledName === name && handledVersion < version;
  });
}

const uuid = (text: string | undefined): string | null => z.uuid().safeParse(text).data ?? null;

function identify({ headers, topic, partition, offset }: IncomingRecord): Identity {
  return {
    eventId: uuid(headers['ce_id']) ?? derivedId(topic, String(partition), offset),
    workspaceId: uuid(headers['ce_workspaceid']),
    subject: headers['ce_subject'] ?? null,
  };
}
