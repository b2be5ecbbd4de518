import type { ModelContent } from '../../api/resource-queries.ts';

type ColumnType = ModelContent['columns'][number]['type'];

/** `same`; `fits`: every value can be written; `may not fit`: rows whose value does not are rejected. */
export type TypeMatch = 'same' | 'fits' | 'mayNotFit';

const widened: Partial<Record<ColumnType, readonly ColumnType[]>> = {
  integer: ['decimal'],
  date: ['timestamp'],
};

/** Whether the values of a column can be written to a field. Postgres takes everything for a text. */
export function typeMatch(column: ColumnType, field: ColumnType): TypeMatch {
  if (column === field) return 'same';
  return field === 'text' || widened[column]?.includes(field) === true ? 'fits' : 'mayNotFit';
}
