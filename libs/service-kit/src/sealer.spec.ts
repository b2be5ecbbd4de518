import { randomBytes } from 'node:crypto';
import { parseSealingKeys, SealError, Sealer } from './sealer.ts';

const owner = ['w', 'c', 3];
const secret = { password: 'geheim-s3cret' };
const [old, current] = [randomBytes(32), randomBytes(32)];
const sealer = new Sealer({ old, current }, 'current');

describe('sealed secrets', () => {
  it('open for what they were sealed for, and show nothing', () => {
    const sealed = sealer.seal(owner, secret);
    expect(sealer.open(owner, sealed)).toEqual(secret);
    expect(sealed.keyId).toBe('current');
    expect(Buffer.from(sealed.ciphertext, 'base64').toString('latin1')).not.toContain('s3cret');
    expect(sealer.seal(owner, secret)).not.toEqual(sealed);
  });

  it('still open after the key was rotated, but not once it is gone', () => {
    const sealed = new Sealer({ old }, 'old').seal(owner, secret);
    expect(sealer.open(owner, sealed)).toEqual(secret);
    expect(() => new Sealer({ current }, 'current').open(owner, sealed)).toThrow(SealError);
  });

  it.each([[['x', 'c', 3]], [['w', 'c', 4]], [['w', 'c', '3']], [['wc', '', 3]], [['w', 'c']], ['w']])(
    'do not open for another owner: %j',
    (other) => {
      const sealed = sealer.seal(owner, secret);
      expect(() => sealer.open(other, sealed)).toThrow(SealError);
    },
  );

  it.each(['nonce', 'ciphertext', 'tag'] as const)('do not open when one bit of the %s is turned', (part) => {
    const sealed = sealer.seal(owner, secret);
    const bytes = Buffer.from(sealed[part], 'base64');
    bytes[0]! ^= 1;
    const tampered = { ...sealed, [part]: bytes.toString('base64') };
    expect(() => sealer.open(owner, tampered)).toThrow(SealError);
  });

  it('do not open with a tag cut short, nor under the name of another key', () => {
    const sealed = sealer.seal(owner, secret);
    const short = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    expect(() => sealer.open(owner, { ...sealed, tag: short })).toThrow(SealError);
    expect(() => sealer.open(owner, { ...sealed, keyId: 'old' })).toThrow(SealError);
    expect(() => sealer.open(owner, { ...sealed, keyId: 'toString' })).toThrow(SealError);
  });
});

describe('sealing keys', () => {
  it('are read from one text, the first being the current one', () => {
    const { keys, currentKeyId } = parseSealingKeys(
      `2026:${current.toString('base64')}, 2025:${old.toString('base64')}`,
    );
    expect(currentKeyId).toBe('2026');
    expect(keys).toEqual({ 2026: current, 2025: old });
  });

  it.each([
    '',
    'nocolon',
    `a:${randomBytes(16).toString('base64')}`,
    `a:${old.toString('base64')},a:${old.toString('base64')}`,
  ])('are refused without being shown: %#', (text) => {
    const attempt = (): unknown => parseSealingKeys(text);
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(old.toString('base64'));
  });

  it('must have 32 bytes and contain the current one', () => {
    expect(() => new Sealer({ a: randomBytes(31) }, 'a')).toThrow(TypeError);
    expect(() => new Sealer({ a: current }, 'b')).toThrow(TypeError);
  });
});
