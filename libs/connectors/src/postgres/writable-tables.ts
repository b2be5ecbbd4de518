import type { ColumnType } from '@imprimatur/contracts';
import type pg from 'pg';
import { columnTypeOf } from './column-types.ts';

export interface WritableColumn {
  name: string;
  type: ColumnType;
  /** As the database writes it, such as `character varying(40)`. */
  databaseType: string;
  /** A row cannot be added without a value for it. */
  required: boolean;
}

/** A table that this user can add rows to. */
export interface WritableTable {
  /** `table`, or `schema.table` where the name alone would not find it. */
  object: string;
  columns: WritableColumn[];
  /** The columns by which rows can be told apart: the sets with a unique constraint, the primary key first. */
  uniqueKeys: string[][];
}

export interface WritableTables {
  tables: WritableTable[];
  /** Whether there are more than these. */
  truncated: boolean;
}

interface TableRow {
  object: string;
  columns: { name: string; oid: number; databaseType: string; required: boolean }[];
  uniqueKeys: string[][];
}

// What a sync can name, and what an upsert can write to: see `targetTable`.
const FIND_TABLES = `
  select object,
    coalesce((select json_agg(json_build_object('name', a.attname, 'oid', coalesce(nullif(t.typbasetype, 0), t.oid)::int8,
        'databaseType', format_type(a.atttypid, a.atttypmod),
        'required', a.attnotnull and not a.atthasdef and a.attidentity = '') order by a.attnum)
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = found.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
    ), '[]') as columns,
    coalesce((select json_agg(keys.names order by i.indisprimary desc, i.indexrelid)
      from pg_index i cross join lateral (
        select json_agg(a.attname order by a.attnum) as names
        from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey[0:i.indnkeyatts - 1])) keys
      where i.indrelid = found.oid and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
    ), '[]') as "uniqueKeys"
  from (
    select c.oid, case when pg_table_is_visible(c.oid) then c.relname else n.nspname || '.' || c.relname end as object
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
      and n.nspname !~ '[."[:space:]]' and c.relname !~ '[."[:space:]]' and has_schema_privilege(n.oid, 'usage')
      and has_table_privilege(c.oid, 'insert')) found
  where strpos(lower(object), lower($1)) > 0
  order by lower(object), object
  limit $2`;

/** The tables whose name contains `search`, by name, with what a mapping has to know of them. */
export async function writableTables(client: pg.Client, search: string, limit: number): Promise<WritableTables> {
  const { rows } = await client.query<TableRow>(FIND_TABLES, [search, limit + 1]);
  const tables = rows.slice(0, limit).map(({ object, columns, uniqueKeys }) => ({
    object,
    columns: columns.map(({ oid, ...column }) => ({ ...column, type: columnTypeOf(oid) })),
    uniqueKeys,
  }));
  return { tables, truncated: rows.length > limit };
}
