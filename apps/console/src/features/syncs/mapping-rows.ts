import type { ModelContent } from '../../api/resource-queries.ts';
import type { DestinationTable } from './choice-queries.ts';
import type { SyncForm } from './sync-form.ts';
import { typeMatch, type TypeMatch } from './type-match.ts';

type ColumnType = ModelContent['columns'][number]['type'];

/** A field of the destination as the editor shows it. */
export interface MappingRow {
  field: string;
  /** Where it stands in the mapping; -1 for a field that is not written. */
  index: number;
  column: string;
  isKey: boolean;
  isRequired: boolean;
  /** As the database writes it; null for a field that the table does not have, or where nobody can say. */
  databaseType: string | null;
  /** Null where there is nothing to compare. */
  match: TypeMatch | null;
  columnType: ColumnType | null;
  isMissing: boolean;
  isUnknownColumn: boolean;
}

/** The fields of the table in its order, then those that are mapped and not there. */
export function rowsOf(
  { mapping, keys }: SyncForm,
  table: DestinationTable | null,
  { columns }: ModelContent,
): MappingRow[] {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const fields = new Map((table?.columns ?? []).map((column) => [column.name, column]));
  const names = [...fields.keys(), ...mapping.map(({ field }) => field).filter((field) => !fields.has(field))];
  return names.map((field) => {
    const index = mapping.findIndex((row) => row.field === field);
    const column = mapping[index]?.column ?? '';
    const there = fields.get(field);
    const columnType = types.get(column) ?? null;
    return {
      ...{ field, index, column, columnType },
      isKey: keys.includes(field),
      isRequired: there?.required === true,
      databaseType: there?.databaseType ?? null,
      match: there && columnType ? typeMatch(columnType, there.type) : null,
      isMissing: table !== null && there === undefined,
      isUnknownColumn: column !== '' && columnType === null,
    };
  });
}

/** Writes another column to a field; nothing to a field that the table has leaves it out. */
export function withColumn(form: SyncForm, { field, index }: MappingRow, column: string | null): SyncForm {
  const { mapping, keys } = form;
  if (index === -1) return column === null ? form : { ...form, mapping: [...mapping, { column, field }] };
  if (column !== null) return { ...form, mapping: mapping.with(index, { column, field }) };
  return { ...form, mapping: mapping.toSpliced(index, 1), keys: keys.filter((key) => key !== field) };
}

export const withKey = (form: SyncForm, field: string, isKey: boolean): SyncForm => ({
  ...form,
  keys: isKey ? [...form.keys, field] : form.keys.filter((key) => key !== field),
});
