import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { strings } from '../strings/en.ts';
import classes from './PageHeader.module.css';

interface Props {
  breadcrumb?: ReactNode;
  title: string;
  status?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
}

/** Breadcrumb, title and status, one line of facts, and what can be done, at the right. Names the window, too. */
export function PageHeader({ breadcrumb, title, status, facts, actions }: Props) {
  useDocumentTitle(strings.shell.pageOf(title, strings.product));
  return (
    <header className={classes.header}>
      <div className={classes.about}>
        {breadcrumb && <div className={classes.breadcrumb}>{breadcrumb}</div>}
        <div className={classes.titleLine}>
          <h1 className={classes.title}>{title}</h1>
          {status}
        </div>
        {facts && <div className={classes.facts}>{facts}</div>}
      </div>
      {actions}
    </header>
  );
}
