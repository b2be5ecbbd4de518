import { isYoung } from './id-age.ts';

it('the age of an id is read from its beginning', () => {
  const id = '019366f1-7a00-7abc-8def-0123456789ab';
  const madeAt = 0x019366f17a00;
  expect(isYoung(id, madeAt + 5_000)).toBe(true);
  expect(isYoung(id, madeAt - 5_000)).toBe(true);
  expect(isYoung(id, madeAt + 60_000)).toBe(false);
  expect(isYoung('not an id', madeAt)).toBe(false);
});
