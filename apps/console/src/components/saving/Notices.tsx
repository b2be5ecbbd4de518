import type { ReactNode } from 'react';
import classes from './Notice.module.css';

/** Several notices, the one that matters most first: it stands out, and the others are quieter beneath it. */
export function Notices({ children }: { children: ReactNode }) {
  return <div className={classes.notices}>{children}</div>;
}
