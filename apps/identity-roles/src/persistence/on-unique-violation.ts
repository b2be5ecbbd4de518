import type { DomainError } from '@imprimatur/kernel';
import { QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';

/** Turns the violation of one named constraint into the rule it stands for; anything else stays what it is. */
export async function onUniqueViolation<T>(
  constraint: string,
  work: Promise<T>,
  broken: () => DomainError,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driverError: { code?: unknown; constraint?: unknown } =
      error instanceof QueryFailedError ? (error.driverError as object) : {};
    if (driverError.code === UNIQUE_VIOLATION && driverError.constraint === constraint) throw broken();
    throw error;
  }
}
