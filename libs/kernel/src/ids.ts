import { createHash, randomBytes } from 'node:crypto';

const hex = (bytes: Buffer): string => {
  const text = bytes.toString('hex');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-');
};

const stamp = (bytes: Buffer, version: number): Buffer => {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
};

/** A new UUIDv7 (RFC 9562 §5.7): sorts roughly by creation time, so indexes on it stay compact. */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return hex(stamp(bytes, 7));
}

/** The same id for the same parts, always (UUIDv8 over SHA-256, RFC 9562 §5.8): a retry collides instead of doubling. */
export function derivedId(...parts: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return hex(stamp(digest.subarray(0, 16), 8));
}
