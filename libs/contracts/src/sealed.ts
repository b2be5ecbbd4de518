import { z } from 'zod';

/** A secret as it may travel and be stored: AES-256-GCM ciphertext, bound to what it belongs to. */
export const Sealed = z.object({
  keyId: z.string(),
  nonce: z.base64(),
  ciphertext: z.base64(),
  tag: z.base64(),
});
export type Sealed = z.output<typeof Sealed>;
