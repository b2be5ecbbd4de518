import { jest } from '@jest/globals';
import { fetchInSession, onSessionEnded } from './session-renewal.ts';

const HERE = 'https://imprimatur.test';
const answer = (status: number): Response => new Response('{}', { status });

describe('a request whose session has expired', () => {
  const ended = jest.fn();
  const sent = jest.fn<(path: string) => Response>();
  const off = onSessionEnded(ended);
  beforeEach(() => {
    jest.resetAllMocks();
    jest.spyOn(globalThis, 'fetch').mockImplementation((input) => {
      const url = input instanceof Request ? input.url : String(input);
      return Promise.resolve(sent(new URL(url, HERE).pathname));
    });
  });
  afterAll(() => {
    off();
    jest.restoreAllMocks();
  });
  const isRenewal = (path: string): boolean => path.endsWith('/refresh');
  const ask = () => fetchInSession(new Request(`${HERE}/api/v1/models`));

  it('is made again once the session is renewed', async () => {
    let isExpired = true;
    sent.mockImplementation((path) => {
      if (isRenewal(path)) isExpired = false;
      return answer(isExpired ? 401 : 200);
    });
    expect([(await ask()).status, sent.mock.calls.flat()]).toEqual([
      200,
      ['/api/v1/models', '/api/v1/session/refresh', '/api/v1/models'],
    ]);
    expect(ended).not.toHaveBeenCalled();
  });

  it('asks to sign in again where the session has ended', async () => {
    sent.mockReturnValue(answer(401));
    expect((await ask()).status).toBe(401);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it.each([429, 500, 502, 503])('takes a server that cannot tell for no end of the session: %d', async (status) => {
    sent.mockImplementation((path) => answer(isRenewal(path) ? status : 401));
    const answers = await Promise.all([ask(), ask()]);
    expect(await Promise.all(answers.map(async (each) => [each.status, await each.text()]))).toEqual([
      [status, '{}'],
      [status, '{}'],
    ]);
    expect(ended).not.toHaveBeenCalled();
  });
});
