import type { z } from 'zod';

/** Text that JSON can carry and Postgres cannot keep: a null character, half of a surrogate pair. */
const storableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function firstUnstorable(value: unknown, path: PropertyKey[]): PropertyKey[] | null {
  if (typeof value === 'string') return storableText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = storableText(key) ? firstUnstorable(item, [...path, key]) : path;
    if (found !== null) return found;
  }
  return null;
}

/** The schema, for values all of whose text can be kept. */
export function storable<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.superRefine((value, context) => {
    const path = firstUnstorable(value, []);
    if (path === null) return;
    const message = 'holds a character that cannot be kept: U+0000, or half of a surrogate pair';
    context.addIssue({ code: 'custom', path, message, input: value });
  });
}
