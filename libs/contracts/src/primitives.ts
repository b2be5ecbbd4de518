import { z } from 'zod';

export const Id = z.uuid().toLowerCase().meta({ description: 'UUIDv7' });
export const Instant = z.iso.datetime({ offset: true });
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);
export const Revision = z.int().min(1).max(2_147_483_647);
export const Version = z.int().min(1).max(2_147_483_647);

/** Any JSON: one schema for all, with a name, since it contains itself. */
export const JsonValue = z.json().register(z.globalRegistry, { id: 'Json' });

/** A name a person gives to something: trimmed, 1 to 200 characters, no control characters. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters');

/** Something a person wrote about a change: trimmed, at most 4,000 characters. */
export const Comment = z.string().trim().max(4_000);

/** An IANA time zone name that this runtime knows, such as `Europe/Berlin`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'is not an IANA time zone');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
