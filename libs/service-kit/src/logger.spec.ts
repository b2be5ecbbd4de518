import { QueryFailedError } from 'typeorm';
import { loggedError } from './logger.ts';

describe('an error in the log', () => {
  it('names what failed, and none of the data it failed with', () => {
    const driverError = Object.assign(new Error('duplicate key value violates unique constraint "account_email"'), {
      code: '23505',
      constraint: 'account_email',
      detail: 'Key (email)=(ada@acme.example) already exists.',
    });
    const failed = new QueryFailedError(
      'insert into account values ($1, $2)',
      ['ada@acme.example', 's3cret'],
      driverError,
    );
    const logged = loggedError(new Error('could not add the member', { cause: failed }));
    expect(logged).toMatchObject({
      type: 'Error',
      message: 'could not add the member',
      cause: { type: 'QueryFailedError', code: '23505', constraint: 'account_email', stack: expect.any(String) },
    });
    expect(JSON.stringify(logged)).not.toMatch(/ada@|s3cret|already exists|insert into/);
  });

  it('may be anything that was thrown', () => {
    expect(loggedError('gone')).toEqual({ type: 'string', message: 'gone' });
    expect(loggedError(null)).toEqual({ type: 'object', message: 'null' });
  });
});
