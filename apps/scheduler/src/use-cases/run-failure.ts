import { ConnectorError } from '@imprimatur/connectors';
import { DomainError } from '@imprimatur/kernel';
import type { RunFailure } from '../domain/run.ts';

/** What a person is told of an error that ended a run; null: it was not foreseen, and its text is for the log only. */
export function foreseenFailure(error: unknown): RunFailure | null {
  if (error instanceof ConnectorError || error instanceof DomainError)
    return { code: error.code, message: error.message };
  return null;
}

export const unforeseenFailure: RunFailure = {
  code: 'run.internal-error',
  message: 'The run ended because of a fault of ours. It was logged.',
};
