import { newId } from '@imprimatur/kernel';
import { submitted } from '../../test/letters.ts';
import { invited } from '../../test/notices.ts';
import { inviteOf } from './account-notice.ts';
import { lateCode } from './announced.ts';

describe('news', () => {
  it.each([
    ['2026-03-02T09:00:01Z', null],
    ['2026-03-03T09:00:00Z', null],
    ['2026-03-03T09:00:01Z', 'event.too-old'],
  ])('of 2 March, 9:00, at %s: %p', (now, code) => {
    expect(lateCode(submitted(), new Date(now))).toBe(code);
  });
});

describe('a link', () => {
  const notice = inviteOf(invited(newId(), { expiresAt: '2026-03-09T09:00:00Z' }));

  it.each([
    ['2026-03-09T08:59:59Z', null],
    ['2026-03-09T09:00:00Z', 'link.expired'],
  ])('that works until 9 March, 9:00, at %s: %p', (now, code) => {
    expect(lateCode(notice, new Date(now))).toBe(code);
  });
});
