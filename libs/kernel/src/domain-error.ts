import type { ErrorKind } from './error-kind.ts';
import type { Findable, KindOf, ProblemCode } from './problems/problem-catalogue.ts';

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
 * A rule was broken, or something named does not exist. `code` is stable, dotted (`draft.in-review`) and in the problem catalogue,
 * which also says which kinds go with it; `message` is for people. Everything else that is thrown is a bug.
 */
export class DomainError<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name: string = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: ProblemCode;
  readonly details: Record<string, unknown> | undefined;
  readonly fields: FieldError[] | undefined;
  readonly retryAfter: number | undefined;

  constructor(kind: KindOf<Code>, code: Code, message: string, extras: DomainErrorExtras = {}) {
    super(message, { cause: extras.cause });
    this.kind = kind;
    this.code = code;
    this.details = extras.details;
    this.fields = extras.fields;
    this.retryAfter = extras.retryAfter;
  }
}

/** The answer to an id that does not exist here, is deleted, belongs to another workspace or may not be viewed: all the same. */
export function notFound(what: Findable): DomainError {
  const code = `${what}.not-found` as const;
  return new DomainError('not-found', code, `There is no such ${what.replaceAll('-', ' ')}.`);
}

/** The answer to a member whose role does not grant what the action takes. */
export function forbidden(detail: string, details?: Record<string, unknown>): DomainError {
  return new DomainError('forbidden', 'rights.missing', detail, details === undefined ? {} : { details });
}
