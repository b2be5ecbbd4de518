import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Why there is nothing here, in one sentence, and the one way on. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
