import { canonicalJson, contentHash, derivedId, newId } from './index.ts';

describe('canonical JSON', () => {
  it('is the same text for the same content, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { y: null, x: 'é' }], a: undefined })).toBe('{"b":[1,{"x":"é","y":null}]}');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
  });

  it('tells different contents apart', () => {
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [() => 1]])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('ids', () => {
  it('are version 7 and carry their time', () => {
    const id = newId(new Date('2026-01-01T00:00:00Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-01-01T00:00:00Z'));
  });

  it('derived from the same parts are the same, and parts do not run together', () => {
    expect(derivedId('sync', '2026')).toBe(derivedId('sync', '2026'));
    expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  });
});
