import { typeMatch } from './type-match.ts';

it.each([
  ['integer', 'integer', 'same'],
  ['integer', 'decimal', 'fits'],
  ['decimal', 'integer', 'mayNotFit'],
  ['date', 'timestamp', 'fits'],
  ['json', 'text', 'fits'],
  ['text', 'uuid', 'mayNotFit'],
] as const)('%s into %s: %s', (column, field, match) => {
  expect(typeMatch(column, field)).toBe(match);
});
