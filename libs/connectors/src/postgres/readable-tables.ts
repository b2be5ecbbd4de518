import type { ColumnType } from '@imprimatur/contracts';
import type pg from 'pg';
import { columnTypeOf } from './column-types.ts';

/** A table or view that this user can read. */
export interface ReadableTable {
  /** `table`, or `schema.table` where the name alone would not find it; as a query has to write it, quoted where it must be. */
  name: string;
  columns: {
    name: string;
    type: ColumnType;
    /** As the database writes it, such as `character varying(40)`. */
    databaseType: string;
  }[];
}

export interface ReadableTables {
  tables: ReadableTable[];
  /** Whether there are more than these. */
  truncated: boolean;
}

interface TableRow {
  name: string;
  columns: { name: string; oid: number; databaseType: string }[];
}

const FIND_TABLES = `
  select name,
    coalesce((select json_agg(json_build_object('name', quote_ident(a.attname),
        'oid', coalesce(nullif(t.typbasetype, 0), t.oid)::int8,
        'databaseType', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = found.oid and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(a.attrelid, a.attnum, 'select')
    ), '[]') as columns
  from (
    select c.oid, pg_table_is_visible(c.oid) as visible,
      case when pg_table_is_visible(c.oid) then '' else quote_ident(n.nspname) || '.' end || quote_ident(c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and has_schema_privilege(n.oid, 'usage')
      and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))) found
  order by visible desc, lower(name), name
  limit $1`;

/** The first tables by name, those that need no schema before the others. */
export async function readableTables(client: pg.Client, limit: number): Promise<ReadableTables> {
  const { rows } = await client.query<TableRow>(FIND_TABLES, [limit + 1]);
  const tables = rows.slice(0, limit).map(({ name, columns }) => ({
    name,
    columns: columns.map(({ oid, ...column }) => ({ ...column, type: columnTypeOf(oid) })),
  }));
  return { tables, truncated: rows.length > limit };
}
