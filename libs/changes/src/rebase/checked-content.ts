import { ModelContent, SyncContent, type Content, type GatedKind } from '@imprimatur/contracts';
import type { FieldError } from '../field-error.ts';
import { escaped } from '../json-pointer.ts';
import { validateSchedule } from '../validate-schedule.ts';

type Path = readonly PropertyKey[];

const pointer = (steps: Path): string => steps.map((step) => `/${escaped(String(step))}`).join('');

/** A list is told by position; a column and a mapping row are known by their names. */
function byName(content: Content, path: Path): string {
  const [first, second, third] = path;
  if (first === 'columns' && typeof second === 'number')
    return pointer([first, (content as ModelContent).columns[second]!.name]);
  if (second === 'mapping' && typeof third === 'number')
    return pointer(['configuration', second, (content as SyncContent).configuration.mapping[third]!.field]);
  if (second === 'options') return pointer(path.slice(0, 3));
  return pointer(first === 'configuration' ? path.slice(0, 2) : path.slice(0, 1));
}

export interface Checked {
  content: Content;
  invalid: FieldError[];
}

/** The content as its schema reads it, and which fields keep it from being one: none when all is well. */
export function checked(kind: GatedKind, content: Content): Checked {
  const parsed = (kind === 'model' ? ModelContent : SyncContent).safeParse(content);
  if (!parsed.success) {
    const invalid = parsed.error.issues.map(({ path, code, message }) => ({
      path: byName(content, path),
      code,
      message,
    }));
    return { content, invalid };
  }
  if (kind === 'model') return { content: parsed.data, invalid: [] };
  const errors = validateSchedule((parsed.data as SyncContent).schedule);
  return {
    content: parsed.data,
    invalid: errors.map(({ path, ...error }) => ({ ...error, path: `/schedule${path}` })),
  };
}
