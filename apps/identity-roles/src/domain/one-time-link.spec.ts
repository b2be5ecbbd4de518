import {
  isUsable,
  linkAddress,
  linkExpiry,
  type LinkPurpose,
  mayBeInvited,
  type OneTimeLink,
} from './one-time-link.ts';

const now = new Date('2026-03-02T09:00:00Z');

describe('a one-time link', () => {
  const linkFor = (purpose: LinkPurpose): OneTimeLink => ({
    ...{ accountId: 'a', purpose, expiresAt: linkExpiry(purpose, now), usedAt: null },
  });
  const link = linkFor('invitation');

  it.each([
    ['three days when an operator hands it over', 'password', '2026-03-05T09:00:00Z'],
    ['seven days when it invites', 'invitation', '2026-03-09T09:00:00Z'],
    ['two hours when somebody asked for it', 'reset', '2026-03-02T11:00:00Z'],
  ] as const)('works for %s', (_, purpose, end) => {
    expect(isUsable(linkFor(purpose), new Date(Date.parse(end) - 1))).toBe(true);
    expect(isUsable(linkFor(purpose), new Date(end))).toBe(false);
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
