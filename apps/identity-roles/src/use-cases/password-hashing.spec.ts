import { hashPassword, verifyPassword } from './password-hashing.ts';

describe('a password', () => {
  it('is recognised, and another is not', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(await verifyPassword('correct horse battery', stored)).toBe(true);
    expect(await verifyPassword('correct horse batterz', stored)).toBe(false);
    expect(await verifyPassword('', stored)).toBe(false);
  });

  it('is hashed differently each time, as its parameters say', async () => {
    const hashes = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(hashes[0]).not.toBe(hashes[1]);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is the same however its letters were composed', async () => {
    expect(await verifyPassword('cafe\u0301 noisette', await hashPassword('caf\u00e9 noisette'))).toBe(true);
  });

  it('hashed elsewhere with other parameters is recognised', async () => {
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', stored)).toBe(true);
    expect(await verifyPassword('Password', stored)).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await verifyPassword('correct horse battery', null)).toBe(false);
  });
});
