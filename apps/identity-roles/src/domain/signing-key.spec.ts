import { currentKey, outlivedKeys, retireKey, type SigningKey } from './signing-key.ts';

const start = new Date('2026-03-02T09:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);
const [old, fresh] = [
  { id: 'old', createdAt: start },
  { id: 'fresh', createdAt: after(100_000) },
];

describe('signing keys', () => {
  it('sign at once when there is no other', () => {
    expect(currentKey([], start)).toBeNull();
    expect(currentKey([old], start)).toBe(old);
  });

  it('sign once every service has heard of them, when there is another until then', () => {
    expect(currentKey([old, fresh], after(100_029))).toBe(old);
    expect(currentKey([old, fresh], after(100_030))).toBe(fresh);
  });

  it('are two when they are made at the same moment, of which one signs', () => {
    const twin = { ...old, id: 'twin' };
    expect(currentKey([old, twin], after(30))).toBe(currentKey([twin, old], after(30)));
  });

  it('verify until no token is left that they signed', () => {
    expect(outlivedKeys([fresh, old], after(100_030 + 3_599))).toEqual([]);
    expect(outlivedKeys([fresh, old], after(100_030 + 3_600))).toEqual([old]);
    expect(outlivedKeys([old], after(1_000_000))).toEqual([]);
  });

  it('leave nothing to sign with when they are retired', () => {
    const key = { ...old, sealedPrivateKey: Buffer.from('sealed'), deleted: false, seq: 1 } as SigningKey;
    expect(retireKey(key)).toEqual({ ...key, sealedPrivateKey: Buffer.alloc(0), deleted: true, seq: 2 });
  });
});
