/** What can go wrong with a source or destination, as stable codes. */
export type ConnectorErrorCode =
  | 'source.unreachable'
  | 'source.authentication-failed'
  | 'source.busy'
  | 'source.failed'
  | 'query.invalid'
  | 'query.not-read-only'
  | 'query.several-statements'
  | 'query.timeout'
  | 'query.too-large'
  | 'query.failed'
  | 'query.column-ambiguous'
  | 'destination.unreachable'
  | 'destination.authentication-failed'
  | 'destination.failed'
  | 'destination.object-missing'
  | 'destination.column-missing'
  | 'destination.column-generated'
  | 'destination.no-unique-key'
  | 'destination.not-permitted'
  | 'destination.busy'
  | 'destination.timeout'
  | 'credentials.unreadable';

export interface ConnectorErrorExtras {
  /** Whether the same call may succeed later without anybody changing anything. */
  transient?: boolean;
  /** Where in the query, counted in characters from 1. */
  position?: number;
  cause?: unknown;
}

/**
 * A source or destination did not do what was asked. The message is for the people who configured it; neither it nor anything else
 * here holds a password or a value of a row.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly transient: boolean;
  readonly position: number | undefined;

  constructor(
    readonly code: ConnectorErrorCode,
    message: string,
    extras: ConnectorErrorExtras = {},
  ) {
    super(message, { cause: extras.cause });
    this.transient = extras.transient ?? false;
    this.position = extras.position;
  }
}
