import type { Json } from '@imprimatur/kernel';
import type { SealedCredentials } from '@imprimatur/contracts';
import type { PostgresCredentials, PostgresOptions, PostgresSettings } from './postgres/settings.ts';
import type { Preview, Row, UpsertTarget, WriteCounts } from './row.ts';

export { ConnectorError, type ConnectorErrorCode, type ConnectorErrorExtras } from './connector-error.ts';
export { PostgresCredentials, PostgresSettings, type Connection, type PostgresOptions } from './postgres/settings.ts';
export type { Preview, Rejection, Row, UpsertTarget, WriteCounts } from './row.ts';

/** What sealed credentials are bound to: they open nowhere else. */
export interface SealedFor {
  workspaceId: string;
  connectionId: string;
  version: number;
}
export declare class Sealer {
  constructor(keys: Record<string, Buffer>, currentKeyId: string);
  seal(owner: SealedFor, credentials: Json): SealedCredentials;
  open(owner: SealedFor, sealed: SealedCredentials): Json;
}
export declare function parseSealingKeys(text: string): { keys: Record<string, Buffer>; currentKeyId: string };
export declare class PostgresSource {
  constructor(settings: PostgresSettings, credentials: PostgresCredentials, options: PostgresOptions);
  test(): Promise<void>;
  preview(query: string, maxRows?: number): Promise<Preview>;
  read(query: string, signal?: AbortSignal): AsyncIterable<Row[]>;
  close(): Promise<void>;
}
export declare class PostgresDestination {
  constructor(settings: PostgresSettings, credentials: PostgresCredentials, options: PostgresOptions);
  test(): Promise<void>;
  /** Connects, takes the session advisory lock of `lockKey` (the sync's id), checks table, columns and key. */
  open(target: UpsertTarget, lockKey: string): Promise<UpsertSession>;
}
export declare class UpsertSession {
  write(rows: Row[]): Promise<WriteCounts>;
  close(): Promise<void>;
}
/** Throws `query.invalid`, `query.several-statements` or `query.not-read-only` unless the text is one SELECT that only reads. */
export declare function assertReadOnly(query: string): Promise<void>;
