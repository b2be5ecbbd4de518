import { z } from 'zod';
import { parseSealingKeys } from './sealer.ts';

/** The variable that carries sealing keys, kept as its text; see `parseSealingKeys`. Its value is in no message. */
export const SealingKeyList = z.string().refine(isReadable, 'must be keyId:base64 of 32 bytes, separated by commas');

function isReadable(text: string): boolean {
  try {
    parseSealingKeys(text);
    return true;
  } catch {
    return false;
  }
}
