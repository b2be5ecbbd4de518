import { IconAlertTriangle, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from './Notice.module.css';

const icons = { red: IconAlertTriangle, orange: IconRefresh, grey: IconInfoCircle };

interface Props {
  tone: keyof typeof icons;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Where the focus goes when this is what happened. */
  focusRef?: Ref<HTMLDivElement>;
}

/** What stands in the way of a request, or came of it, and the ways on. */
export function Notice({ tone, title, children, actions, focusRef }: Props) {
  const Icon = icons[tone];
  return (
    <div ref={focusRef} className={classes.notice} data-tone={tone} tabIndex={-1}>
      <Icon className={classes.icon} size={18} aria-hidden />
      <div className={classes.text}>
        <p className={classes.title}>{title}</p>
        {children}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
