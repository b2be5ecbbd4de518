import type pg from 'pg';
import { ConnectorError } from '../connector-error.ts';
import type { UpsertTarget } from '../row.ts';

/** A mapped column of the destination: what row column fills it, and which types its values are brought to. */
export interface TargetColumn {
  field: string;
  column: string;
  isKey: boolean;
  /** Without length or precision, so that a value that does not fit is refused, not cut. */
  type: string;
  /** As stored: with precision, to compare with what is there. Text types without their length, for the same reason as above. */
  storedType: string;
}

/** A table of the destination as an upsert needs it, all names quoted. */
export interface TargetTable {
  name: string;
  columns: TargetColumn[];
}

interface AttributeRow {
  name: string;
  type: string;
  storedType: string;
  generated: boolean;
}

/** A Postgres identifier, whatever is in it. */
export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

const FIND_TABLE = `
  select c.oid::int8 as oid, format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.oid = to_regclass($1) and c.relkind in ('r', 'p')`;

const FIND_COLUMNS = `
  select attname as name, format_type(atttypid, -1) as type,
    format_type(atttypid, case when t.typcategory = 'S' then -1 else atttypmod end) as "storedType",
    attgenerated <> '' or attidentity = 'a' as generated
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  where attrelid = $1 and attnum > 0 and not attisdropped`;

// What ON CONFLICT (keys) can infer: unique, complete, over plain columns, checked at once.
const FIND_UNIQUE_KEY = `
  select 1
  from pg_index i cross join lateral (
    select array_agg(a.attname::text) as names
    from pg_attribute a
    where a.attrelid = i.indrelid and a.attnum = any (i.indkey[0:i.indnkeyatts - 1])) keys
  where i.indrelid = $1 and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
    and keys.names @> $2::text[] and keys.names <@ $2::text[]
  limit 1`;

/**
 * Looks the table up and checks that it can be upserted into. Throws `destination.object-missing`, `destination.column-missing`,
 * `destination.column-generated` or `destination.no-unique-key`.
 */
export async function targetTable(client: pg.Client, { object, mapping, keys }: UpsertTarget): Promise<TargetTable> {
  const path = object.split('.').map(quoted).join('.');
  const { rows: tables } = await client.query<{ oid: string; name: string }>(FIND_TABLE, [path]);
  const table = tables[0];
  if (table === undefined) {
    throw new ConnectorError('destination.object-missing', `There is no table ${object}, or not for this user.`);
  }
  const { rows: attributes } = await client.query<AttributeRow>(FIND_COLUMNS, [table.oid]);
  const columns = mapping.map(({ column, field }) => ({
    ...writable(object, field, attributes),
    column,
    field,
    isKey: keys.includes(field),
  }));
  const { rows: uniqueKeys } = await client.query(FIND_UNIQUE_KEY, [table.oid, [...new Set(keys)]]);
  if (uniqueKeys.length === 0) {
    const message = `The table ${object} has no unique constraint on exactly ${keys.join(', ')}: rows could not be told apart.`;
    throw new ConnectorError('destination.no-unique-key', message);
  }
  return { name: table.name, columns };
}

function writable(
  object: string,
  field: string,
  attributes: AttributeRow[],
): Pick<AttributeRow, 'type' | 'storedType'> {
  const found = attributes.find(({ name }) => name === field);
  if (found === undefined) {
    throw new ConnectorError('destination.column-missing', `The table ${object} has no column ${field}.`);
  }
  if (found.generated) {
    throw new ConnectorError(
      'destination.column-generated',
      `The database itself fills the column ${field} of ${object}.`,
    );
  }
  return { type: found.type, storedType: found.storedType };
}
