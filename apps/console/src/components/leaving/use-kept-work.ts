import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../../api/session-query.ts';

export interface KeptWork<Work> {
  at: string;
  work: Work;
}

const QUIET_MS = 400;

/**
 * Keeps what somebody is writing in this browser until it is saved or discarded, so that neither a closed tab nor a lost session loses
 * it. Under the name of the member and workspace: nobody else is offered it. `work` is null while there is nothing to keep.
 */
export function useKeptWork<Work>(name: string, work: Work | null, isWork: (kept: unknown) => kept is Work) {
  const session = useQuery(sessionQuery).data;
  const key = `imprimatur.unsaved.${session?.workspace.id}.${session?.member.id}.${name}`;
  const [found, setFound] = useState(() => readKept(key, isWork));
  const isKept = useRef(false);
  const keep = useDebouncedCallback((text: string) => window.localStorage.setItem(key, text), {
    delay: QUIET_MS,
    flushOnUnmount: false,
  });
  const text = work === null ? null : JSON.stringify(work);
  useEffect(() => {
    if (text !== null) {
      isKept.current = true;
      keep(`{"at":"${new Date().toISOString()}","work":${text}}`);
    } else if (isKept.current) {
      isKept.current = false;
      keep.cancel();
      window.localStorage.removeItem(key);
    }
  }, [text, key, keep]);
  // Whoever writes something else does not want it back.
  if (text !== null && found !== null) setFound(null);
  return {
    /** What was kept when the page was opened, until it is taken up, dropped, or something else is written. */
    found,
    forget: (): void => {
      keep.cancel();
      window.localStorage.removeItem(key);
      setFound(null);
    },
  };
}

function readKept<Work>(key: string, isWork: (kept: unknown) => kept is Work): KeptWork<Work> | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? 'null') as KeptWork<unknown> | null;
    return kept !== null && typeof kept.at === 'string' && isWork(kept.work) ? { at: kept.at, work: kept.work } : null;
  } catch {
    return null;
  }
}
