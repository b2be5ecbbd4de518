import type { Json } from '@imprimatur/kernel';
import type { Change } from './change.ts';
import { sameJson } from './same-json.ts';

type Fields = Record<string, Json | undefined>;

const labels: Record<string, string> = {
  primaryKey: 'Primary key',
  modelId: 'Model',
  destinationId: 'Destination',
  mode: 'Mode',
  object: 'Table',
  keys: 'Keys',
};

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function between(before: Fields, after: Fields, path: string, label: (key: string) => string): Change[] {
  const known = Object.keys(labels);
  const rank = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameJson(before[key], after[key]))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((key) => ({
      kind: 'field',
      path: `${path}/${escaped(key)}`,
      label: label(key),
      before: before[key] ?? null,
      after: after[key] ?? null,
    }));
}

/** A configuration field by field, then each of its options; known fields first, in their order on screen. */
export function fieldChanges(before: Fields | null, after: Fields): Change[] {
  const { options: optionsBefore, ...fieldsBefore } = before ?? {};
  const { options: optionsAfter, ...fieldsAfter } = after;
  return [
    ...between(fieldsBefore, fieldsAfter, '/configuration', (key) => labels[key] ?? key),
    ...between(
      (optionsBefore ?? {}) as Fields,
      (optionsAfter ?? {}) as Fields,
      '/configuration/options',
      (key) => `Option ${key}`,
    ),
  ];
}
