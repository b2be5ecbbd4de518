import { Id } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { decodeCursor } from '@imprimatur/service-kit';

/** Where the page before ended, in a list ordered by name and id; nulls for the first page. */
export function nameCursor(cursor: string | undefined): [name: string | null, id: string | null] {
  if (cursor === undefined) return [null, null];
  const [name = '', id] = decodeCursor(cursor, 2);
  if (Id.safeParse(id).success && !name.includes('\0')) return [name, id!];
  throw new DomainError('invalid', 'cursor.invalid', 'The cursor is not one of ours. Start again without it.');
}
