import type { DestinationTable } from './choice-queries.ts';
import type { ModelContent } from '../../api/resource-queries.ts';
import type { Mapping, SyncForm } from './sync-form.ts';

interface Columns {
  columns: readonly { name: string }[];
  primaryKey: string;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Fills the fields that are not mapped yet with the columns of the same name; a key without one of its own gets the model's. */
export function suggestMapping(mapping: Mapping, model: Columns, table: DestinationTable): Mapping {
  const mapped = new Set(mapping.map(({ field }) => field));
  const byName = new Map(model.columns.map(({ name }) => [plain(name), name]));
  const found = table.columns
    .filter(({ name }) => !mapped.has(name))
    .flatMap(({ name }) => {
      const column = byName.get(plain(name));
      return column === undefined ? [] : [{ column, field: name }];
    });
  const suggested = [...mapping, ...found];
  return [...suggested, ...keyByRole(suggested, model, table)];
}

/** The form with all fields filled that can be guessed, and with keys if it had none. */
export function suggestedOn(
  form: SyncForm,
  table: DestinationTable,
  { columns, configuration }: ModelContent,
): SyncForm {
  const mapping = suggestMapping(form.mapping, { columns, primaryKey: configuration.primaryKey }, table);
  return { ...form, mapping, keys: form.keys.length > 0 ? form.keys : suggestKeys(mapping, table) };
}

/** Most models call `id` what a destination calls `external_id`. */
function keyByRole(mapping: Mapping, { primaryKey }: Columns, { uniqueKeys, columns }: DestinationTable): Mapping {
  const isMapped = (field: string): boolean => mapping.some((row) => row.field === field);
  if (uniqueKeys.some((key) => key.every(isMapped)) || mapping.some(({ column }) => column === primaryKey)) return [];
  const single = uniqueKeys.find((key) => key.length === 1 && columns.some(({ name }) => name === key[0]));
  return single === undefined ? [] : [{ column: primaryKey, field: single[0]! }];
}

/** The rows can be told apart by the first key of the table whose fields are all written. */
export function suggestKeys(mapping: Mapping, { uniqueKeys }: DestinationTable): string[] {
  const fields = new Set(mapping.map(({ field }) => field));
  return uniqueKeys.find((key) => key.every((field) => fields.has(field))) ?? [];
}

/** Whether the table can tell rows apart by exactly these. */
export const isUniqueKey = (keys: readonly string[], { uniqueKeys }: DestinationTable): boolean =>
  uniqueKeys.some((key) => key.length === keys.length && key.every((field) => keys.includes(field)));
