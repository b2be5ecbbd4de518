import { z } from 'zod';

/** The `ce_type` of a beat, which says how far a state topic has been sent. */
export const BEAT = 'io.imprimatur.messaging.beat.v1';

/** What travels in the headers of a record: CloudEvents 1.0, binary mode. */
export interface Envelope {
  id: string;
  type: string;
  source: string;
  workspaceId: string;
  subject: string;
  time: Date;
  actor: string | null;
  correlationId: string;
  causationId: string | null;
  traceparent: string | null;
}

const optional = (name: string, value: string | null): Record<string, string> =>
  value === null ? {} : { [name]: value };

export function encodeHeaders(envelope: Envelope): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: envelope.id,
    ce_type: envelope.type,
    ce_source: envelope.source,
    ce_subject: envelope.subject,
    ce_time: envelope.time.toISOString(),
    ce_workspaceid: envelope.workspaceId,
    ce_correlationid: envelope.correlationId,
    ...optional('ce_actor', envelope.actor),
    ...optional('ce_causationid', envelope.causationId),
    ...optional('traceparent', envelope.traceparent),
    'content-type': 'application/json',
  };
}

const Headers = z
  .object({
    ce_specversion: z.literal('1.0'),
    ce_id: z.uuid(),
    ce_type: z.string().min(1),
    ce_source: z.string().min(1),
    ce_subject: z.string().min(1),
    ce_time: z.iso.datetime({ offset: true }),
    ce_workspaceid: z.uuid(),
    ce_correlationid: z.string().min(1),
    ce_actor: z.string().optional(),
    ce_causationid: z.string().optional(),
    traceparent: z.string().optional(),
  })
  .transform((headers): Envelope => ({
    id: headers.ce_id,
    type: headers.ce_type,
    source: headers.ce_source,
    workspaceId: headers.ce_workspaceid,
    subject: headers.ce_subject,
    time: new Date(headers.ce_time),
    actor: headers.ce_actor ?? null,
    correlationId: headers.ce_correlationid,
    causationId: headers.ce_causationid ?? null,
    traceparent: headers.traceparent ?? null,
  }));

/** Throws an error that names every header that is missing or wrong. */
export function decodeHeaders(headers: Record<string, string>): Envelope {
  const parsed = Headers.safeParse(headers);
  if (!parsed.success) throw new Error(`not a CloudEvent: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
