import { strings } from '../../strings/en.ts';
import classes from './ChangeList.module.css';
import type { Change } from './diff-rows.ts';
import { FieldRow } from './FieldRow.tsx';
import { QueryDiff } from './QueryDiff.tsx';
import { ScheduleRow } from './ScheduleRow.tsx';

const { changes: texts } = strings;
type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

const of = <Kind extends Change['kind']>(changes: Change[], kind: Kind): Of<Kind>[] =>
  changes.filter((change): change is Of<Kind> => change.kind === kind);

/** What differs between two contents: the query by line, everything else field by field. */
export function ChangeList({ changes }: { changes: Change[] }) {
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
        <QueryDiff key="query" change={change} />
      ))}
      <Group rows={[...fields, ...schedule]} />
      <Group title={texts.columns} rows={columns} />
      <Group title={texts.mapping} rows={mapping} />
    </div>
  );
}

function Group({ title, rows }: { title?: string; rows: React.ReactNode[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      {title !== undefined && <h3 className={classes.title}>{title}</h3>}
      <dl className={classes.fields}>{rows}</dl>
    </section>
  );
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
