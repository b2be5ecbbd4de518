import { meaningOf, type Status } from './statuses.ts';
import classes from './StatusBadge.module.css';

export function StatusBadge({ status }: { status: Status }) {
  const { word, icon: Icon, tone, busy } = meaningOf(status);
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon className={busy && classes.busy} size={14} stroke={2} aria-hidden />
      {word}
    </span>
  );
}
