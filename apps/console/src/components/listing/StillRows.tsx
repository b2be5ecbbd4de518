import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './ResourceTable.module.css';
import type { Listed, ListRow } from './ResourceTable.tsx';
import { stillList } from './still-list.ts';

const { listing } = strings;

interface Props<Item extends Listed> {
  items: Item[];
  /** What is shown is up to date, and somebody reads it. */
  isReading: boolean;
  children: (rows: ListRow<Item>[]) => ReactNode;
}

/** Rows that do not move under the pointer: what came since is counted, and shown when its reader wants to see it. */
export function StillRows<Item extends Listed>({ items, isReading, children }: Props<Item>) {
  const [kept, setKept] = useState(items);
  const { shown, fresh } = useMemo(() => stillList(isReading ? kept : [], items), [isReading, kept, items]);
  if (shown.length !== kept.length || !isReading) {
    const now = shown.map(({ item }) => item);
    if (now.length !== kept.length || now.some(({ id }, at) => id !== kept[at]?.id)) setKept(now);
  }
  const gone = shown.filter(({ isGone }) => isGone).length;
  return (
    <>
      <div role="status">
        {fresh + gone > 0 && (
          <Button
            variant="light"
            size="xs"
            fullWidth
            className={classes.news}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => setKept(items)}
          >
            {fresh > 0 ? listing.fresh(fresh) : listing.update}
          </Button>
        )}
      </div>
      {children(shown)}
    </>
  );
}
