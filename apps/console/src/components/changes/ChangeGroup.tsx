import { useRef, type ReactNode } from 'react';
import classes from './ChangeList.module.css';
import { showStop, useChangeStops } from './change-tour.ts';

/** Changes of one kind below each other. */
export function ChangeGroup({ title, rows }: { title?: string; rows: ReactNode[] }) {
  const list = useRef<HTMLDListElement>(null);
  useChangeStops(list, rows.length, (at) =>
    showStop(list.current?.querySelectorAll<HTMLElement>('[data-change]').item(at)),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      {title !== undefined && <h3 className={classes.title}>{title}</h3>}
      <dl ref={list} className={classes.fields}>
        {rows}
      </dl>
    </section>
  );
}
