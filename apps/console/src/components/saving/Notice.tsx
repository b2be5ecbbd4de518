import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

interface Props {
  tone: 'amber' | 'orange' | 'grey';
  icon: TablerIcon;
  /** What screen readers find it by. */
  label: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** What whoever works on a page has to know about it, and the ways on. */
export function Notice({ tone, icon: Icon, label, children, actions }: Props) {
  return (
    <section className={classes.notice} data-tone={tone} aria-label={label}>
      <Icon className={classes.icon} size={18} aria-hidden />
      <div className={classes.text}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
