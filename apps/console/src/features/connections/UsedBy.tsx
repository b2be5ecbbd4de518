import { Fragment, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './Connections.module.css';
import type { Used } from './used-by-query.ts';

interface Props {
  label: string;
  used: Used;
  /** The link to one of them. */
  children: (each: Used['items'][number]) => ReactNode;
}

export function UsedBy({ label, used: { items, more }, children }: Props) {
  if (items.length === 0) return null;
  return (
    <p className={classes.used}>
      <span className={classes.quiet}>{label}</span>{' '}
      {items.map((each, index) => (
        <Fragment key={each.id}>
          {index > 0 && ', '}
          {children(each)}
        </Fragment>
      ))}
      {more && ` ${strings.connections.usedBy.more}`}
    </p>
  );
}
