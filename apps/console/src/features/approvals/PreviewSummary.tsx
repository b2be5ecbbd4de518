import { VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './Preview.module.css';
import type { PreviewRows } from './preview-query.ts';

const { preview } = strings.approvals;

/** What differs at a glance: how many rows, and which columns came and went. */
export function PreviewSummary({ draft, published }: { draft: PreviewRows; published: PreviewRows | null }) {
  if (published === null) return null;
  const before = new Set(published.columns.map(({ name }) => name));
  const after = new Set(draft.columns.map(({ name }) => name));
  const added = [...after].filter((name) => !before.has(name));
  const removed = [...before].filter((name) => !after.has(name));
  const isKnown = !draft.truncated && !published.truncated;
  return (
    <p className={classes.summary} role="status">
      {isKnown ? preview.rowsDiffer(draft.rows.length - published.rows.length) : preview.rowsUnknown}{' '}
      {added.length + removed.length === 0 && preview.sameColumns}
      {added.map((name) => (
        <ins key={name} className={classes.added}>
          <VisuallyHidden>{preview.addedColumn} </VisuallyHidden>
          <span aria-hidden>+ </span>
          {name}
        </ins>
      ))}
      {removed.map((name) => (
        <del key={name} className={classes.removed}>
          <VisuallyHidden>{preview.removedColumn} </VisuallyHidden>
          <span aria-hidden>− </span>
          {name}
        </del>
      ))}
    </p>
  );
}
