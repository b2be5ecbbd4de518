import type { Ends } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { QueryText } from './QueryText.tsx';
import classes from './Rebase.module.css';
import { valueText } from './value-text.ts';

interface Props {
  path: string;
  value: unknown;
  /** What it was before, for marking what changed. */
  base: unknown;
  ends: readonly Ends[];
  label: string;
}

/** One field on one side. */
export function SideValue({ path, value, base, ends, label }: Props) {
  if (path === '/query' && typeof value === 'string')
    return <QueryText query={value} base={typeof base === 'string' ? base : null} label={label} />;
  const text = valueText(value, path, ends);
  return text === null ? (
    <p className={classes.absent}>{strings.drafts.rebase.absent}</p>
  ) : (
    <p className={classes.value}>{text}</p>
  );
}
