import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../../api/session-query.ts';
import { forget, keep, keptPlace, readKept } from './kept-work.ts';

const QUIET_MS = 400;

/**
 * Keeps what somebody is writing in this browser until it is saved, discarded or they sign out, so that neither a closed tab nor a lost
 * session loses it. `work` is null while there is nothing to keep.
 */
export function useKeptWork<Work>(name: string, work: Work | null, isWork: (kept: unknown) => kept is Work) {
  const session = useQuery(sessionQuery).data;
  const place = session === undefined ? '' : keptPlace(session, name);
  const [found, setFound] = useState(() => readKept(place, isWork));
  const isKept = useRef(false);
  const keepSoon = useDebouncedCallback((text: string) => keep(place, text), {
    delay: QUIET_MS,
    flushOnUnmount: false,
  });
  const text = work === null ? null : JSON.stringify(work);
  useEffect(() => {
    if (text !== null) {
      isKept.current = true;
      keepSoon(text);
    } else if (isKept.current) {
      isKept.current = false;
      keepSoon.cancel();
      forget(place);
    }
  }, [text, place, keepSoon]);
  // Whoever writes something else does not want it back.
  if (text !== null && found !== null) setFound(null);
  return {
    /** What was kept when the page was opened, until it is taken up, dropped, or something else is written. */
    found,
    forget: (): void => {
      keepSoon.cancel();
      forget(place);
      setFound(null);
    },
  };
}
