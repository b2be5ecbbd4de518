import { DomainError } from '@imprimatur/kernel';
import { z } from 'zod';

/** The query of a list: how many, and where the page before ended. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1_000).optional(),
});
export type PageQuery = z.output<typeof PageQuery>;

/** The answer of a list; `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

/** Packs the sort key of the last row of a page. */
export function encodeCursor(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The sort key that {@link encodeCursor} packed, if it can be one of this list; throws `cursor.invalid` for anything else. */
export function decodeCursor<Key extends z.ZodType>(cursor: string, key: Key): z.output<Key> {
  const parts = key.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (parts.success) return parts.data;
  throw new DomainError('invalid', 'cursor.invalid', 'The cursor is not one of ours. Start again without it.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cuts a query result that was asked for one row more than the limit into a page. */
export function toPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => string[]): PageOf<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
