import { isUsable, linkAddress, linkExpiry, mayBeInvited } from './one-time-link.ts';

const now = new Date('2026-03-02T09:00:00Z');

describe('a one-time link', () => {
  const link = { accountId: 'a', expiresAt: linkExpiry(now), usedAt: null };

  it('works for three days', () => {
    expect(isUsable(link, new Date('2026-03-05T08:59:59Z'))).toBe(true);
    expect(isUsable(link, new Date('2026-03-05T09:00:00Z'))).toBe(false);
  });

  it('works once', () => {
    expect(isUsable({ ...link, usedAt: now }, now)).toBe(false);
  });

  it('carries its secret where no server sees it', () => {
    expect(new URL(linkAddress('https://example.com', 's3cret'))).toMatchObject({ search: '', hash: '#token=s3cret' });
  });

  it.each([
    ['whoever has no password and is in no other workspace', false, 1, true],
    ['an account with a password', true, 1, false],
    ['an account of two workspaces', false, 2, false],
  ])('is given by members to %s: %#', (_, hasPassword, memberships, may) => {
    expect(mayBeInvited(hasPassword, memberships)).toBe(may);
  });
});
