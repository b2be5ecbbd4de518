import type { Json } from './json.ts';
import type { Change } from './change.ts';
import { escaped } from './json-pointer.ts';
import { sameJson } from './same-json.ts';
import { sameSetting } from './same-setting.ts';

type Fields = Record<string, Json | undefined>;

const labels: Record<string, string> = {
  primaryKey: 'Primary key',
  modelId: 'Model',
  destinationId: 'Destination',
  mode: 'Mode',
  object: 'Table',
  keys: 'Keys',
};

/** What people call a field of a configuration. */
export const settingLabel = (key: string): string => labels[key] ?? key;

export const optionLabel = (key: string): string => `Option ${key}`;

// Options are named by members, who may call one `constructor`.
const own = (fields: Fields, key: string): Json | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined);

interface Group {
  path: string;
  label: (key: string) => string;
  same: (key: string, a: unknown, b: unknown) => boolean;
}

const settings: Group = { path: '/configuration', label: settingLabel, same: sameSetting };
const options: Group = {
  path: '/configuration/options',
  label: optionLabel,
  same: (_, a, b) => sameJson(a, b),
};

function between(before: Fields, after: Fields, { path, label, same }: Group): Change[] {
  const known = Object.keys(labels);
  const rank = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !same(key, own(before, key), own(after, key)))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((key) => ({
      kind: 'field',
      path: `${path}/${escaped(key)}`,
      label: label(key),
      before: own(before, key) ?? null,
      after: own(after, key) ?? null,
    }));
}

/** A configuration field by field, then each of its options; known fields first, in their order on screen. */
export function fieldChanges(before: Fields | null, after: Fields): Change[] {
  const { options: optionsBefore, ...fieldsBefore } = before ?? {};
  const { options: optionsAfter, ...fieldsAfter } = after;
  return [
    ...between(fieldsBefore, fieldsAfter, settings),
    ...between((optionsBefore ?? {}) as Fields, (optionsAfter ?? {}) as Fields, options),
  ];
}
