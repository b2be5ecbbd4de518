import type { ColumnType } from '@imprimatur/contracts';
import type { Json } from '@imprimatur/kernel';

const BOOLEAN = 16;
const INT8 = 20;
const INT2 = 21;
const INT4 = 23;
const OID = 26;

const types: Record<number, ColumnType> = {
  [BOOLEAN]: 'boolean',
  [INT8]: 'integer',
  [INT2]: 'integer',
  [INT4]: 'integer',
  [OID]: 'integer',
  700: 'decimal',
  701: 'decimal',
  1700: 'decimal',
  1082: 'date',
  1114: 'timestamp',
  1184: 'timestamp',
  2950: 'uuid',
  114: 'json',
  3802: 'json',
};

/** The type a model's column has by default, from the object id of its Postgres type; domains arrive as what they are based on. */
export function columnTypeOf(oid: number): ColumnType {
  return types[oid] ?? 'text';
}

const asIs = (text: string): Json => text;

function integer(text: string): Json {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

const parsers: Record<number, (text: string) => Json> = {
  [BOOLEAN]: (text) => text === 't',
  [INT8]: integer,
  [INT2]: integer,
  [INT4]: integer,
  [OID]: integer,
};

/** Makes the text of a value, of the Postgres type with this object id, that of a `Row`. */
export function parserOf(oid: number): (text: string) => Json {
  return parsers[oid] ?? asIs;
}
