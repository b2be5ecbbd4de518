import { strings } from '../../strings/en.ts';
import { ChangeGroup } from './ChangeGroup.tsx';
import classes from './ChangeList.module.css';
import type { Change } from './diff-rows.ts';
import { FieldRow } from './FieldRow.tsx';
import { QueryDiff } from './QueryDiff.tsx';
import { ScheduleRow } from './ScheduleRow.tsx';

const { changes: texts } = strings;
type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

const of = <Kind extends Change['kind']>(changes: Change[], kind: Kind): Of<Kind>[] =>
  changes.filter((change): change is Of<Kind> => change.kind === kind);

interface Props {
  changes: Change[];
  /** The query after the change, as a whole: where it is given, unchanged lines can be unfolded. */
  query?: string | undefined;
}

/** What differs between two contents: the query by line, everything else field by field. */
export function ChangeList({ changes, query }: Props) {
  const fields = of(changes, 'field').map(({ path, label, before, after, beforeName, afterName }) => (
    <FieldRow key={path} label={label} before={beforeName ?? textOf(before)} after={afterName ?? textOf(after)} />
  ));
  const columns = of(changes, 'column').map(({ name, before, after }) => (
    <FieldRow key={name} label={name} isCode before={before} after={after} />
  ));
  const mapping = of(changes, 'mapping').map(({ field, before, after }) => (
    <FieldRow key={field} label={field} isCode from="←" before={before} after={after} />
  ));
  const schedule = of(changes, 'schedule').map((change) => <ScheduleRow key="schedule" change={change} />);
  return (
    <div className={classes.changes}>
      {of(changes, 'query').map((change) => (
        <QueryDiff key="query" change={change} query={query} />
      ))}
      <ChangeGroup rows={[...fields, ...schedule]} />
      <ChangeGroup title={texts.columns} rows={columns} />
      <ChangeGroup title={texts.mapping} rows={mapping} />
    </div>
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
