import { DomainError } from '@imprimatur/kernel';

/** The answer to whoever has to wait before the next attempt is looked at. */
export const tooManyAttempts = (retryAfter: number): DomainError =>
  new DomainError(
    'too-many',
    'session.too-many-attempts',
    `Too many attempts to sign in. Try again in ${retryAfter} s.`,
    { retryAfter },
  );
