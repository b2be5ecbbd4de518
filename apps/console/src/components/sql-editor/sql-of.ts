import type { Completion } from '@codemirror/autocomplete';
import { PostgreSQL, sql, SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { SourceTable } from '../../api/source-queries.ts';
import { identifierParts } from './identifier-parts.ts';

/** What a query is made of. All that Postgres calls a keyword would also colour columns called `id`, `name` or `type`. */
const keywords =
  `all and any array as asc at between both by case cast collate cross current_date current_time current_timestamp desc
  distinct else end except exists extract fetch filter first following for from full group having ilike in inner intersect interval is
  join last lateral leading left like limit localtime localtimestamp natural next not null nulls offset on only or order outer over
  partition preceding range recursive right rows select similar some then ties to trailing unbounded union using values when where
  window with within zone true false`.replace(/\s+/g, ' ');

const dialect = SQLDialect.define({ ...PostgreSQL.spec, keywords });

/** SQL as the source speaks it, with its tables and columns to complete. */
export const sqlOf = (tables: readonly SourceTable[]): Extension => sql({ dialect, schema: namespaceOf(tables) });

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
