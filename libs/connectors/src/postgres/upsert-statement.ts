import { quoted, type TargetTable } from './target-table.ts';

/**
 * One statement that upserts a batch. Its parameters are one text array for each column, so it is the same for batches of any size;
 * what a value is, the destination's own types decide. It answers how many rows were `added` and `changed`.
 *
 * `incoming` keeps the last row of each key, and `judged` those that are new or differ from what is there: a row that is already there
 * with equal values is neither locked nor written. Values are compared as the text they print, which every type has; equality, for
 * some types, calls different values equal.
 */
export function upsertStatement({ name, columns }: TargetTable): string {
  const all = columns.map((column, n) => ({
    ...column,
    name: quoted(column.field),
    value: `c${n + 1}`,
    parameter: `$${n + 1}`,
  }));
  const keys = all.filter(({ isKey }) => isKey);
  const others = all.filter(({ isKey }) => !isKey);
  const differs = others.map(
    ({ name: field, value, storedType }) => `t.${field}::text is distinct from i.${value}::${storedType}::text`,
  );
  const keyValues = keys.map(({ value }) => value).join(', ');
  const action =
    others.length === 0
      ? 'nothing'
      : `update set ${others.map(({ name: field }) => `${field} = excluded.${field}`).join(', ')}`;
  return `
    with incoming as materialized (
      select distinct on (${keyValues}) *
      from (
        select ${all.map(({ value, type }) => `${value}::${type} as ${value}`).join(', ')}, position
        from unnest(${all.map(({ parameter }) => `${parameter}::text[]`).join(', ')})
          with ordinality as given (${all.map(({ value }) => value).join(', ')}, position)
      ) typed
      order by ${keyValues}, position desc
    ), judged as materialized (
      select i.*, t.${keys[0]!.name} is null as is_new
      from incoming i left join ${name} t on ${keys.map((key) => `t.${key.name} = i.${key.value}`).join(' and ')}
      where ${[`t.${keys[0]!.name} is null`, ...differs].join(' or ')}
    ), written as (
      insert into ${name} (${all.map(({ name: field }) => field).join(', ')})
      select ${all.map(({ value }) => value).join(', ')} from judged
      on conflict (${keys.map(({ name: field }) => field).join(', ')}) do ${action}
    )
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from judged`;
}
