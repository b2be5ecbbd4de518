import { isolated } from '../../strings/isolated.ts';
import classes from './ResourceTable.module.css';

/** What people labelled something with, beside its name. */
export function Labels({ labels }: { labels: readonly string[] }) {
  return labels.length > 0 && <span className={classes.labels}>{labels.map(isolated).join(', ')}</span>;
}
