import { ConnectorError, PostgresCredentials, PostgresSettings, type CredentialSealer } from '@imprimatur/connectors';
import { DomainError } from '@imprimatur/kernel';
import type { Connection } from '../../domain/connection.ts';

/** What it takes to connect, in the clear; in memory only. */
export function openConnection(
  sealer: CredentialSealer,
  { workspaceId, id: connectionId, version, settings, credentials }: Connection,
): { settings: PostgresSettings; credentials: PostgresCredentials } {
  const opened = sealer.open({ workspaceId, connectionId, version }, credentials!);
  return { settings: PostgresSettings.parse(settings), credentials: PostgresCredentials.parse(opened) };
}

/** What a member is told when a source does not answer their query as they hoped. */
export function queryRefused(error: unknown, path = '/query'): unknown {
  if (!(error instanceof ConnectorError)) return error;
  const { code, message, position, transient } = error;
  if (transient) return new DomainError('unavailable', code, message, { retryAfter: 5, cause: error });
  if (!code.startsWith('query.')) return new DomainError('conflict', code, message, { cause: error });
  return new DomainError('invalid', code, message, {
    cause: error,
    fields: [{ path, code, message }],
    ...(position !== undefined && { details: { position } }),
  });
}
