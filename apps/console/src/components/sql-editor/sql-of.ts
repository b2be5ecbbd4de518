import type { Completion } from '@codemirror/autocomplete';
import { PostgreSQL, sql, type SQLNamespace } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { SourceTable } from '../../api/source-queries.ts';
import { identifierParts } from './identifier-parts.ts';

/** SQL as the source speaks it, with its tables and columns to complete. */
export const sqlOf = (tables: readonly SourceTable[]): Extension =>
  sql({ dialect: PostgreSQL, schema: namespaceOf(tables) });

const namespaceOf = (tables: readonly SourceTable[]): Record<string, SQLNamespace> =>
  Object.fromEntries(
    tables.map(({ name, columns }) => [
      identifierParts(name)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('.'),
      columns.map((column): Completion => ({
        label: identifierParts(column.name).join('.'),
        apply: column.name,
        type: 'property',
        detail: column.databaseType,
      })),
    ]),
  );
