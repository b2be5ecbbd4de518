import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { sessionQuery } from '../api/session-query.ts';

/** A page belongs to one member: once another tab has signed somebody else in, it begins anew as theirs and shows nothing of before. */
export function useSameMember(): void {
  const session = useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' }).data;
  const now = session && `${session.workspace.id} ${session.member.id}`;
  const first = useRef(now);
  useEffect(() => {
    first.current ??= now;
    if (now !== first.current) window.location.reload();
  }, [now]);
}
