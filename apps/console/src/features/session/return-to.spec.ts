import { safeReturnTo } from './return-to.ts';

describe('where signing in leads', () => {
  it.each(['/approvals/1', '/approvals?tab=mine', '/'])('is %s when that was asked for', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    7,
  ])('is never %p', (path) => {
    expect(safeReturnTo(path)).toBe('/');
  });
});
