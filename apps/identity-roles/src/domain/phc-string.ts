/** An argon2id hash as it is stored: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>` (the PHC string format, base64 without padding). */
export interface Argon2idHash {
  memoryKiB: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  hash: Buffer;
}

const pattern =
  /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

export const encodePhc = ({ memoryKiB, passes, parallelism, salt, hash }: Argon2idHash): string =>
  `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;

/** Throws on anything else: a hash that cannot be read must never count as a match. The message does not repeat it. */
export function decodePhc(text: string): Argon2idHash {
  const [, memory, passes, parallelism, salt, hash] = pattern.exec(text) ?? [];
  if (salt === undefined || hash === undefined) throw new TypeError('not an argon2id PHC string');
  return {
    memoryKiB: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
