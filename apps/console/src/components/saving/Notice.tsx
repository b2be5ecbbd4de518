import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from './Notice.module.css';

interface Props {
  tone: 'amber' | 'orange' | 'red' | 'grey';
  icon: TablerIcon;
  title?: string;
  /** What screen readers find it by, where its title does not say so. */
  label?: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Where the focus goes when this is what happened. */
  focusRef?: Ref<HTMLElement>;
}

/** What whoever works on a page has to know about it, and the ways on. */
export function Notice({ tone, icon: Icon, title, label = title, children, actions, focusRef }: Props) {
  return (
    <section
      ref={focusRef}
      className={classes.notice}
      data-tone={tone}
      aria-label={label}
      {...(focusRef && { tabIndex: -1 })}
    >
      <Icon className={classes.icon} size={18} aria-hidden />
      <div className={classes.text}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  );
}
