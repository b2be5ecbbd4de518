import { decodePhc, encodePhc } from './phc-string.ts';

const hash = {
  memoryKiB: 19_456,
  passes: 2,
  parallelism: 1,
  salt: Buffer.from('0123456789abcdef'),
  hash: Buffer.alloc(32, 0xfb),
};

describe('a PHC string', () => {
  it('is written as other implementations write it', () => {
    expect(encodePhc(hash)).toBe(
      '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s',
    );
  });

  it('is read back as it was written', () => {
    expect(decodePhc(encodePhc(hash))).toEqual(hash);
  });

  it.each([
    '',
    'secret',
    '$argon2i$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAA',
    '$argon2id$v=16$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAA',
    '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$',
    '$argon2id$v=19$m=19456,t=2$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAA',
  ])('that is none (%p) is refused, and not repeated in the error', (text) => {
    const attempt = (): unknown => decodePhc(text);
    expect(attempt).toThrow('not an argon2id PHC string');
    expect(attempt).toThrow(TypeError);
  });
});
