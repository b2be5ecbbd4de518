/**
 * A content as the **fields** that a rebase decides on, each by a JSON pointer that says what it is and not where it stands: the query,
 * every field and option of the configuration, a column by its name, a mapping row by its destination field, the schedule.
 */
import type { Content, GatedKind, ModelContent, Schedule, SyncContent } from '@imprimatur/contracts';
import type { Json } from '../json.ts';
import { optionLabel, settingLabel } from '../field-changes.ts';
import { escaped, unescaped } from '../json-pointer.ts';
import { sameJson } from '../same-json.ts';
import { sameSchedule } from '../same-schedule.ts';
import { sameSetting } from '../same-setting.ts';

export type Fields = Map<string, Json>;
type Settings = { options?: Record<string, Json> | undefined } & Record<string, unknown>;

function settingsOf({ options, ...settings }: Settings): [string, Json][] {
  return [
    ...Object.entries(settings).map(([name, value]): [string, Json] => [
      `/configuration/${escaped(name)}`,
      value as Json,
    ]),
    ...Object.entries(options ?? {}).map(([name, value]): [string, Json] => [
      `/configuration/options/${escaped(name)}`,
      value,
    ]),
  ];
}

function modelFields({ query, configuration, columns }: ModelContent): Fields {
  return new Map([
    ['/query', query],
    ...settingsOf(configuration),
    ...columns.map(({ name, type }): [string, Json] => [`/columns/${escaped(name)}`, type]),
  ]);
}

function syncFields({ configuration: { mapping, ...settings }, schedule }: SyncContent): Fields {
  return new Map([
    ...settingsOf(settings),
    ...mapping.map(({ field, column }): [string, Json] => [`/configuration/mapping/${escaped(field)}`, column]),
    ['/schedule', schedule],
  ]);
}

export const fieldsOf = (kind: GatedKind, content: Content): Fields =>
  kind === 'model' ? modelFields(content as ModelContent) : syncFields(content as SyncContent);

/** The last step of every path that starts like this and has no further one. */
const under = (fields: Fields, start: string): [name: string, value: Json][] =>
  [...fields].flatMap(([path, value]) => {
    const name = path.slice(start.length);
    return path.startsWith(start) && !name.includes('/') ? [[unescaped(name), value] as [string, Json]] : [];
  });

/** The inverse of {@link fieldsOf}, of fields that may be anything: the result is yet to be held against its schema. */
export function contentOf(kind: GatedKind, fields: Fields): unknown {
  const options = under(fields, '/configuration/options/');
  const configuration = {
    ...Object.fromEntries(under(fields, '/configuration/')),
    ...(options.length > 0 && { options: Object.fromEntries(options) }),
  };
  if (kind === 'model') {
    const columns = under(fields, '/columns/').map(([name, type]) => ({ name, type }));
    return { query: fields.get('/query'), configuration, columns };
  }
  const mapping = under(fields, '/configuration/mapping/').map(([field, column]) => ({ column, field }));
  return { configuration: { ...configuration, mapping }, schedule: fields.get('/schedule') };
}

const open = {
  model: ['/columns/', '/configuration/options/'],
  sync: ['/configuration/mapping/', '/configuration/options/'],
};

/** Whether a content of this kind could have such a field, though none may have it yet. */
export const couldHave = (kind: GatedKind, path: string): boolean =>
  open[kind].some((start) => path.startsWith(start) && !path.slice(start.length).includes('/'));

/** Whether both are the same in meaning; undefined is a field that is not there. */
export function sameField(path: string, a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (path === '/schedule') return sameSchedule(a as Schedule, b as Schedule);
  return path === '/configuration/keys' ? sameSetting('keys', a, b) : sameJson(a, b);
}

const labelled: [start: string, label: (name: string) => string][] = [
  ['/query', () => 'Query'],
  ['/schedule', () => 'Schedule'],
  ['/columns/', (name) => `Column ${name}`],
  ['/configuration/mapping/', (name) => `Field ${name}`],
  ['/configuration/options/', optionLabel],
  ['/configuration/', settingLabel],
];

/** What people call a field. */
export function labelOf(path: string): string {
  const [start, label] = labelled.find(([each]) => path.startsWith(each))!;
  return label(unescaped(path.slice(start.length)));
}
