/** A **source** is what models query, a **destination** what syncs write to. How to reach one is its settings; its credentials are write-only. */
import type { Sealed } from '@imprimatur/contracts';
import { canonicalJson, DomainError, type Json } from '@imprimatur/kernel';

export type ConnectionKind = 'source' | 'destination';

export interface Connection {
  workspaceId: string;
  id: string;
  kind: ConnectionKind;
  type: 'postgres';
  name: string;
  settings: Record<string, Json>;
  credentials: Sealed | null;
  /** Of what it takes to connect, name included; sealed credentials are bound to it. */
  version: number;
  seq: number;
}

/** Absent: keep. */
export interface ConnectionChange {
  name?: string | undefined;
  settings?: Record<string, Json> | undefined;
  credentials?: Json | undefined;
}

/**
 * Throws `connection.credentials-required` when new settings come without credentials: else whoever may edit a connection could send
 * its password to a server of theirs.
 */
export function assertCredentialsGoWith(connection: Connection, change: ConnectionChange): void {
  if (change.settings === undefined || change.credentials !== undefined) return;
  if (canonicalJson(change.settings) === canonicalJson(connection.settings)) return;
  throw new DomainError(
    'invalid',
    'connection.credentials-required',
    'Give the credentials again when you change where they are sent.',
    { fields: [{ path: '/credentials', code: 'required', message: 'is needed when the settings change' }] },
  );
}

/** Throws unless the version is the one the member saw. */
export function assertVersion(connection: Pick<Connection, 'version'>, seen: string): void {
  if (String(connection.version) === seen) return;
  throw new DomainError('stale', 'connection.stale', 'Somebody changed it in the meantime.', {
    details: { version: connection.version },
  });
}
