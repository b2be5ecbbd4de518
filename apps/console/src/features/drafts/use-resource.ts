import { useQuery } from '@tanstack/react-query';
import { modelQuery, syncQuery, type GatedKind, type Model, type Sync } from '../../api/resource-queries.ts';

/** A model or sync, whichever a page is about. */
export function useResource(kind: GatedKind, id: string) {
  const model = useQuery({ ...modelQuery(id), enabled: kind === 'model' });
  const sync = useQuery({ ...syncQuery(id), enabled: kind === 'sync' });
  const { isError, isFetching, error, refetch } = kind === 'model' ? model : sync;
  const data: Model | Sync | undefined = kind === 'model' ? model.data : sync.data;
  return { data, isError, isFetching, error, refetch };
}
