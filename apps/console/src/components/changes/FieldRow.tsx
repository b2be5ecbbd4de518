import { VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './ChangeList.module.css';

interface Props {
  label: string;
  /** Null for what was added. */
  before: string | null;
  /** Null for what was removed. */
  after: string | null;
  isCode?: boolean;
  /** Stands before both values. */
  from?: string;
}

const { changes } = strings;

/** One field: what it was, and what it becomes. */
export function FieldRow({ label, before, after, isCode = false, from }: Props) {
  const sign = before === null ? '+' : after === null ? '−' : '~';
  return (
    <div className={classes.field} data-change tabIndex={-1}>
      <dt className={isCode ? classes.code : undefined}>
        <span aria-hidden className={classes.sign} data-sign={sign}>
          {sign}
        </span>
        {label}
      </dt>
      <dd>
        {from !== undefined && <span className={classes.from}>{from}</span>}
        {before !== null && (
          <del className={classes.before}>
            <VisuallyHidden>{changes.was('')} </VisuallyHidden>
            {before}
          </del>
        )}
        {before !== null && after !== null && (
          <span aria-hidden className={classes.arrow}>
            →
          </span>
        )}
        {after !== null && (
          <ins className={classes.after}>
            <VisuallyHidden>{before === null ? changes.added : changes.becomes} </VisuallyHidden>
            {after}
          </ins>
        )}
      </dd>
    </div>
  );
}
