import { smtpFailureOf } from './smtp-failure.ts';

const error = (fields: { code?: string; responseCode?: number; response?: string }): Error =>
  Object.assign(new Error('failed'), fields);

describe('a failure to send', () => {
  it.each([
    ['the mailbox is unknown', { code: 'EENVELOPE', responseCode: 550, response: '550 no such mailbox' }, 'refused'],
    ['the content is refused', { code: 'EMESSAGE', responseCode: 554 }, 'refused'],
    ['the address is not one', { code: 'EENVELOPE' }, 'refused'],
    ['greylisting', { code: 'EENVELOPE', responseCode: 451 }, 'deferred'],
    ['the mailbox is full', { code: 'EENVELOPE', responseCode: 452 }, 'deferred'],
    ['nobody listens', { code: 'ESOCKET' }, 'unreachable'],
    ['the server takes too long', { code: 'ETIMEDOUT' }, 'unreachable'],
    ['our deadline passed', { code: 'EABORT' }, 'unreachable'],
    ['the server shuts down', { code: 'EENVELOPE', responseCode: 421 }, 'unreachable'],
    ['our password is wrong', { code: 'EAUTH', responseCode: 535 }, 'unreachable'],
    ['we did not sign in', { code: 'EENVELOPE', responseCode: 530 }, 'unreachable'],
    ['TLS fails', { code: 'ETLS' }, 'unreachable'],
  ])('because %s', (_, fields, kind) => {
    expect(smtpFailureOf(error(fields)).kind).toBe(kind);
  });

  it('says what the server said', () => {
    expect(
      smtpFailureOf(error({ code: 'EENVELOPE', responseCode: 550, response: '550 no such mailbox' })).message,
    ).toBe('550 no such mailbox');
  });
});
