import { DomainError, type ErrorKind, type FieldError } from '@imprimatur/kernel';
import { isTransient } from '@imprimatur/messaging';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';

/** RFC 9457, with a stable `code` to program against. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;

/** The HTTP status that each kind of error is answered with. */
export const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'precondition-required': 428,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  428: 'Precondition required',
  429: 'Too many requests',
  503: 'Not available right now',
};

export const titleOf = (status: number): string => titles[status] ?? 'Something went wrong';

/** What is answered without any command or query having been reached, or when one broke. */
export const edgeProblems = {
  'input.malformed': { status: 400, meaning: 'The request body is not valid JSON.' },
  'input.too-large': { status: 413, meaning: 'The request body is larger than 256 KiB.' },
  'input.media-type': { status: 415, meaning: 'The request body is not `application/json`.' },
  'route.not-found': { status: 404, meaning: 'There is nothing at this address.' },
  'route.method-not-allowed': { status: 405, meaning: 'There is something at this address, but not for this method.' },
  'request.refused': { status: 400, meaning: 'The request was refused as it stands; `detail` says why.' },
  'service.unavailable': {
    status: 503,
    meaning: 'The service cannot reach its database for the moment. Nothing was changed; try again.',
  },
  internal: { status: 500, meaning: 'Something went wrong here. The request id finds it in the logs.' },
} as const;

const refusedAs = (status: number): keyof typeof edgeProblems =>
  (Object.keys(edgeProblems) as (keyof typeof edgeProblems)[]).find((code) => edgeProblems[code].status === status) ??
  'request.refused';

export interface Answer {
  status: number;
  code: string;
  detail: string;
  retryAfter?: number | undefined;
  fields?: FieldError[] | undefined;
  details?: Record<string, unknown> | undefined;
  /** Nobody foresaw this: it is a bug, and its message stays inside. */
  unexpected: boolean;
}

/** What the HTTP edge answers to anything thrown. */
export function answerTo(error: unknown): Answer {
  if (error instanceof DomainError) {
    const { code, message: detail, retryAfter, fields, details } = error;
    return { status: statusOf[error.kind], code, detail, retryAfter, fields, details, unexpected: false };
  }
  if (isTransient(error)) {
    const { status, meaning: detail } = edgeProblems['service.unavailable'];
    return { status, code: 'service.unavailable', detail, retryAfter: 1, unexpected: false };
  }
  const status = httpStatusOf(error);
  if (status !== null && status < 500)
    return { status, code: refusedAs(status), detail: detailOf(error, status), unexpected: false };
  return { status: 500, code: 'internal', detail: edgeProblems.internal.meaning, unexpected: true };
}

function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

function detailOf(error: unknown, status: number): string {
  if (status === 413) return edgeProblems['input.too-large'].meaning;
  if (status === 400) return edgeProblems['input.malformed'].meaning;
  return error instanceof Error ? error.message : (titles[status] ?? 'The request was refused.');
}

export function problemOf(answer: Answer, requestId: string): Problem {
  const { status, code, detail, fields, details } = answer;
  return {
    type: `urn:imprimatur:problem:${code}`,
    title: titleOf(status),
    status,
    code,
    detail,
    requestId,
    ...(fields && { fields }),
    ...(details && { details }),
  };
}
