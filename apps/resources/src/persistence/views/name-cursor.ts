import { Id } from '@imprimatur/contracts';
import { decodeCursor } from '@imprimatur/service-kit';
import { z } from 'zod';

const Position = z.tuple([z.string().refine((name) => !name.includes('\0')), Id]);

/** Where the page before ended, in a list ordered by name and id; nulls for the first page. */
export function nameCursor(cursor: string | undefined): [name: string | null, id: string | null] {
  return cursor === undefined ? [null, null] : decodeCursor(cursor, Position);
}
