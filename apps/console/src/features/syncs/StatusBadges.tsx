import { StatusBadge } from '../../components/StatusBadge.tsx';
import type { Status } from '../../components/statuses.ts';
import classes from './SyncPage.module.css';

export function StatusBadges({ statuses }: { statuses: readonly Status[] }) {
  return (
    <span className={classes.badges}>
      {statuses.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
    </span>
  );
}
