import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../session-query.ts';
import type { LiveStatus } from './news.ts';
import { Refresher } from './refresher.ts';
import { shareFeed } from './shared-feed.ts';

/** Keeps what is on screen as it is on the server while somebody is signed in; says whether that works. */
export function useLiveUpdates(): LiveStatus {
  const queries = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  const { data: session, dataUpdatedAt } = useQuery(sessionQuery);
  const memberId = session?.member.id;
  const workspaceId = session?.workspace.id;
  const goOn = useRef<() => void>(undefined);

  useEffect(() => {
    if (memberId === undefined || workspaceId === undefined) return;
    const viewer = () => ({ memberId, roleId: queries.getQueryData(sessionQuery.queryKey)?.role?.id });
    const refresher = new Refresher(queries, viewer);
    const feed = shareFeed(`${workspaceId} ${memberId}`, {
      onNews: (news) => refresher.hear(news),
      onStatus: setStatus,
    });
    goOn.current = feed.goOn;
    return () => {
      goOn.current = undefined;
      feed.stop();
      refresher.stop();
    };
  }, [queries, memberId, workspaceId]);

  // Whoever has signed in again hears of things again at once.
  useEffect(() => goOn.current?.(), [dataUpdatedAt]);

  return status;
}
