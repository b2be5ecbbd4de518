/** An Idempotency-Key: one for each thing somebody means to do, however often it is sent. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
