import { createHash, randomBytes } from 'node:crypto';

/** Something that lets in whoever holds it: 256 random bits. Only its hash is stored, so a copy of the database opens nothing. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

/** Plain SHA-256 is enough here: there is nothing to guess. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
