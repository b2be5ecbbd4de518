import { identifierParts } from './identifier-parts.ts';

describe('an identifier', () => {
  it.each([
    ['customers', ['customers']],
    ['sales.deals', ['sales', 'deals']],
    ['sales."Big ""deals"" v1.2"', ['sales', 'Big "deals" v1.2']],
  ])('%s has its parts', (identifier, parts) => {
    expect(identifierParts(identifier)).toEqual(parts);
  });
});
