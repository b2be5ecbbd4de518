import { Id } from '@imprimatur/contracts';
import { decodeCursor } from '@imprimatur/service-kit';
import { z } from 'zod';

const Position = z.tuple([Id]);

/** Where the page before ended, in a list ordered by id; null for the first page. */
export const idCursor = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : decodeCursor(cursor, Position)[0];
