/** What went wrong, in the domain's terms. The HTTP edge and the bus edge each map kinds to their own vocabulary. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One thing wrong with one field of the input; `path` is a JSON pointer such as `/content/query`. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

export interface DomainErrorExtras {
  /** Facts a client can act on: ids, versions, the winner's result. Never secrets. */
  details?: Record<string, unknown>;
  fields?: FieldError[];
  /** Seconds after which the same call may succeed. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * A rule was broken, or something named does not exist. `code` is stable and dotted (`draft.in-review`), `message` is for people.
 * Everything else that is thrown is a bug.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly details: Record<string, unknown> | undefined;
  readonly fields: FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    extras: DomainErrorExtras = {},
  ) {
    super(message, { cause: extras.cause });
    this.details = extras.details;
    this.fields = extras.fields;
    this.retryAfter = extras.retryAfter;
  }
}

/** The answer to an id that does not exist here, is deleted, belongs to another workspace or may not be viewed: all the same. */
export function notFound(what: string): DomainError {
  return new DomainError('not-found', `${what}.not-found`, `There is no such ${what.replaceAll('-', ' ')}.`);
}

/** The answer to a member whose role does not grant what the action takes. */
export function forbidden(detail: string, details?: Record<string, unknown>): DomainError {
  return new DomainError('forbidden', 'rights.missing', detail, details === undefined ? {} : { details });
}
