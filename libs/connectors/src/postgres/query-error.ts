import { ConnectorError } from '../connector-error.ts';
import { connectionError } from './connect.ts';
import type { PostgresOptions, PostgresSettings } from './settings.ts';
import { CANCELED, failureOf, isConnectionLoss, isContention, READ_ONLY } from './sql-state.ts';

/**
 * What the failure of a model's query is to its author. `offset` is how many characters stand before the query in the statement that
 * was sent.
 */
export function queryError(
  settings: PostgresSettings,
  { statementTimeoutMs }: PostgresOptions,
  offset: number,
  error: unknown,
): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const failure = failureOf(error);
  if (isConnectionLoss(failure)) return connectionError('source', settings, error);
  if (failure.code === CANCELED) {
    return new ConnectorError('query.timeout', `The query was stopped after ${statementTimeoutMs / 1_000} s.`);
  }
  if (failure.code === READ_ONLY)
    return new ConnectorError('query.not-read-only', `The query writes: ${failure.message}.`);
  const position = failure.position === undefined ? {} : { position: Math.max(1, failure.position - offset) };
  const extras = { ...position, transient: isContention(failure), cause: error };
  const code = failure.code.startsWith('42') || failure.code.startsWith('0A') ? 'query.invalid' : 'query.failed';
  return new ConnectorError(code, `The query fails: ${failure.message}.`, extras);
}
