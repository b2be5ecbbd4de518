import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endsQuery, type End } from './ends-query.ts';
import type { Kind } from './role-content.ts';

export interface Ends {
  all: Record<Kind, End[]>;
  /** undefined for one that is gone, or that one may not view. */
  nameOf: (kind: Kind, id: string) => string | undefined;
  isPending: boolean;
}

/** The sources and destinations that rows can be about. */
export function useEnds(): Ends {
  const sources = useQuery(endsQuery('sources'));
  const destinations = useQuery(endsQuery('destinations'));
  const isPending = sources.isPending || destinations.isPending;
  return useMemo(() => {
    const all = { sources: sources.data ?? [], destinations: destinations.data ?? [] };
    const names = {
      sources: new Map(all.sources.map(({ id, name }) => [id, name])),
      destinations: new Map(all.destinations.map(({ id, name }) => [id, name])),
    };
    return { all, nameOf: (kind, id) => names[kind].get(id), isPending };
  }, [sources.data, destinations.data, isPending]);
}
