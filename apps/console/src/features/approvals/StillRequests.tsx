import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './InboxPage.module.css';
import { RequestTable } from './RequestTable.tsx';
import type { RequestSummary } from './requests-query.ts';
import { stillList } from '../../components/listing/still-list.ts';

const { approvals } = strings;

interface Props {
  items: RequestSummary[];
  caption: string;
  /** Stands here when there is nothing. */
  empty: ReactNode;
  /** What is shown is up to date, and somebody reads it. */
  isReading: boolean;
}

/** Requests that do not move under the pointer: what came since is counted, and shown when its reader wants to see it. */
export function StillRequests({ items, caption, empty, isReading }: Props) {
  const [kept, setKept] = useState(items);
  const { shown, fresh } = stillList(isReading ? kept : [], items);
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
            {fresh > 0 ? approvals.fresh(fresh) : approvals.update}
          </Button>
        )}
      </div>
      {shown.length === 0 ? empty : <RequestTable requests={shown} caption={caption} />}
    </>
  );
}
