import { DomainError } from '@imprimatur/kernel';

/** Deeper than any content of ours; what walks the input recursively stays well within its stack. */
const MAX_DEPTH = 64;

/** Text that JSON can carry and Postgres cannot keep: a null character, half of a surrogate pair. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Refuses input that could be read but neither kept nor walked safely. Throws `input.invalid`, naming the field. */
export function assertStorable(input: unknown): void {
  const open: { value: unknown; path: string[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isStorable(value))
      throw refused(path, 'text', 'holds a character that cannot be kept: U+0000, or half of a surrogate pair');
    if (typeof value !== 'object' || value === null) continue;
    if (path.length === MAX_DEPTH)
      throw refused(path.slice(0, 3), 'depth', `is nested more than ${MAX_DEPTH} levels deep`);
    for (const [key, item] of Object.entries(value)) {
      if (!isStorable(key)) throw refused(path, 'text', 'has a name that holds a character that cannot be kept');
      open.push({ value: item, path: [...path, key] });
    }
  }
}

const refused = (path: string[], code: string, message: string): DomainError =>
  new DomainError('invalid', 'input.invalid', 'The input does not fit. See the fields.', {
    fields: [{ path: path.map((part) => `/${part}`).join(''), code, message }],
  });
