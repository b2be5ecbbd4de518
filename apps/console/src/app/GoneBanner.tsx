import { notifyManager, useQueryClient, type Query } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { ProblemError } from '../api/problem-error.ts';
import { strings } from '../strings/en.ts';
import classes from './Banner.module.css';

/** Says that what the page still shows is not there any more, since somebody else took it away. */
export function GoneBanner() {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache]);
  const isGone = useSyncExternalStore(
    subscribe,
    () => cache.findAll({ type: 'active', predicate: showsWhatIsGone }).length > 0,
  );
  return (
    <div role="status" className={classes.banner}>
      {isGone && strings.shell.gone}
    </div>
  );
}

const showsWhatIsGone = ({ queryKey, state: { data, error } }: Query): boolean =>
  queryKey[1] === 'detail' && data !== undefined && error instanceof ProblemError && error.problem.status === 404;
