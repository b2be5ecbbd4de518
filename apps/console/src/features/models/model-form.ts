import type { ModelContent } from '../../api/resource-queries.ts';

export type ModelColumn = ModelContent['columns'][number];

/** A content as it is being written: it may lack what a content has to have. */
export interface ModelForm {
  query: string;
  primaryKey: string;
  columns: ModelColumn[];
  options?: ModelContent['configuration']['options'];
}

export const emptyForm: ModelForm = { query: '', primaryKey: '', columns: [] };

export const formOf = ({ query, configuration: { primaryKey, options }, columns }: ModelContent): ModelForm => ({
  ...{ query, primaryKey, columns },
  ...(options !== undefined && { options }),
});

export const contentOf = ({ query, primaryKey, columns, options }: ModelForm): ModelContent => ({
  query: query.trim(),
  configuration: { primaryKey, ...(options !== undefined && { options }) },
  columns,
});

export const isSameForm = (one: ModelForm, another: ModelForm): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(another));

export type FormError = 'query' | 'columns' | 'primaryKey';

/** What is still missing, or does not fit together. */
export function errorsOf({ query, columns, primaryKey }: ModelForm): FormError[] {
  const hasKey = columns.some(({ name }) => name === primaryKey);
  return [
    ...(query.trim() === '' ? (['query'] as const) : []),
    ...(columns.length === 0 ? (['columns'] as const) : []),
    ...(columns.length > 0 && !hasKey ? (['primaryKey'] as const) : []),
  ];
}

export const isForm = (value: unknown): value is ModelForm =>
  typeof value === 'object' &&
  value !== null &&
  'query' in value &&
  typeof value.query === 'string' &&
  'primaryKey' in value &&
  'columns' in value &&
  Array.isArray(value.columns);
