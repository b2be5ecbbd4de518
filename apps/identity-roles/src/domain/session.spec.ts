import { judgeRefresh, refreshExpiry, type RefreshToken, type Session } from './session.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (ms: number): Date => new Date(now.getTime() - ms);
const DAY = 86_400_000;

const session: Session = { id: 's', workspaceId: 'w', memberId: 'm', startedAt: ago(DAY), revokedAt: null };
const fresh: RefreshToken = { rotatedAt: null, expiresAt: new Date(now.getTime() + DAY) };
const rotated = (msAgo: number): RefreshToken => ({ ...fresh, rotatedAt: ago(msAgo) });

describe('a refresh token', () => {
  it.each([
    ['is good for one rotation', session, fresh, false, 'rotate'],
    ['ends with its session', { ...session, revokedAt: ago(1) }, fresh, true, 'ended'],
    ['ends with its time', session, { ...fresh, expiresAt: now }, true, 'ended'],
    ['that comes again is a theft', session, rotated(6_000), true, 'reused'],
    ['that a second tab sends at the same moment is no theft', session, rotated(5_000), true, 'access-only'],
    ['gets no grace from a program', session, rotated(0), false, 'reused'],
    ['of an ended session is no news', { ...session, revokedAt: ago(1) }, rotated(6_000), true, 'ended'],
  ] as const)('%s', (_, of, token, fromBrowser, verdict) => {
    expect(judgeRefresh(of, token, now, fromBrowser)).toBe(verdict);
  });
});

describe('a session', () => {
  it('ends two weeks after it was last used', () => {
    expect(refreshExpiry(session.startedAt, now).getTime() - now.getTime()).toBe(14 * DAY);
  });

  it('ends after 90 days however much it is used', () => {
    const startedAt = ago(85 * DAY);
    expect(refreshExpiry(startedAt, now).getTime() - startedAt.getTime()).toBe(90 * DAY);
  });
});
