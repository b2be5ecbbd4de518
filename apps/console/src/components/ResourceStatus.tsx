import type { components } from '../api/schema.d.ts';
import { draftStatusOf } from './draft-status.ts';
import classes from './ResourceStatus.module.css';
import { StatusBadge } from './StatusBadge.tsx';

type Item = Pick<components['schemas']['ResourceListItem'], 'draft'> & { published: object | null };

/** Whether something of a model or sync is live, and where its draft stands. */
export function ResourceStatus({ resource: { published, draft } }: { resource: Item }) {
  return (
    <span className={classes.statuses}>
      {published && <StatusBadge status="published" />}
      {draft && <StatusBadge status={draftStatusOf(draft)} />}
    </span>
  );
}
