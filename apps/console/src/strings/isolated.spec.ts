import { isolated } from './isolated.ts';

it('sets apart what runs from right to left, and leaves alone what does not', () => {
  expect(isolated('לקוחות')).toBe('\u2068לקוחות\u2069');
  expect(isolated('a \u202e turned name')).toBe('\u2068a \u202e turned name\u2069');
  expect(isolated('Ideal customers')).toBe('Ideal customers');
});
