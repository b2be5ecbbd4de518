import { withoutSecret } from './without-secret.ts';

const link = 'https://approvals.acme.example/password#token=Zm9vYmFy-QUJDREVG_abcdefgh';

describe('what a mail server said of a mail with a secret', () => {
  it.each([
    ['550 5.7.1 Blocked: https://approvals.acme.example/password#token=Zm9vYmFy-QUJDREVG_abcdefgh is bad'],
    ['550 bad url: ZM9VYMFY-QUJDREVG_ABCDEFGH'],
    ['550 quoted: token=3DZm9vYmFy-QUJD=\r\nREVG_abcdefgh'],
  ])('does not hold it: %s', (words) => {
    const told = withoutSecret(words, link);
    expect(told).toMatch(/^550 /);
    expect(told).not.toMatch(/Zm9vYm|REVG_|abcdef/i);
  });

  it('stays when it quotes nothing of it', () => {
    const words = '550 5.1.1 <dana@approvals.acme.example>: no such mailbox here';
    expect(withoutSecret(words, link)).toBe(words);
  });

  it('stays when there is no secret', () => {
    expect(withoutSecret(link, null)).toBe(link);
  });
});
