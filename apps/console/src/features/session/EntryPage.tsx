import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './EntryPage.module.css';

/** The page of who is not signed in: one narrow column. */
export function EntryPage({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  useDocumentTitle(strings.shell.pageOf(title, strings.product));
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <p className={classes.product}>
          <img src="/favicon.svg" alt="" width={24} height={24} />
          {strings.product}
        </p>
        <h1 className={classes.title}>{title}</h1>
        {detail !== undefined && <p className={classes.detail}>{detail}</p>}
        {children}
      </div>
    </main>
  );
}
