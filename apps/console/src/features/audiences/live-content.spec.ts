import { emptyFields, errorsOf, moved, needsValue, valueOf } from './live-content.ts';

describe('the fields of audiences and journeys', () => {
  it('have values of the type of their column', () => {
    expect(valueOf('12', 'integer')).toBe(12);
    expect([valueOf('1.', 'decimal'), valueOf('1.5', 'decimal')]).toEqual(['1.', 1.5]);
    expect(valueOf('12', 'text')).toBe('12');
    expect(valueOf('many', 'integer')).toBe('many');
    expect(valueOf('true', 'boolean')).toBe(true);
    expect(valueOf('true', undefined)).toBe('true');
  });

  it('are compared with nothing where the operator says it all', () => {
    expect([needsValue('equals'), needsValue('is_empty')]).toEqual([true, false]);
  });

  it('are checked by the schema of the API, each at its place', () => {
    const modelId = '0192f0c4-8a3a-7c6e-9d5b-0a1b2c3d4e5f';
    const content = { modelId, conditions: [{ column: 'plan', operator: 'equals' as const, value: null }] };
    expect(Object.keys(errorsOf('audience', { name: 'Trials', content }, String))).toEqual([
      'content.conditions.0.value',
    ]);
    expect(Object.keys(errorsOf('journey', emptyFields.journey, String))).toEqual(['name', 'content.audienceId']);
  });

  it('are moved up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});
