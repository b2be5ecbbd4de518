import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { tablesQuery } from './choice-queries.ts';

const WHILE_TYPING_MS = 300;

/** The tables of a destination: all of them, or where there are too many, those with this in their name. */
export function useTables(destinationId: string, object: string) {
  const [search] = useDebouncedValue(object, WHILE_TYPING_MS);
  const all = useQuery({ ...tablesQuery(destinationId, ''), enabled: destinationId !== '' });
  const isMore = all.data?.truncated === true && search !== '';
  const searched = useQuery({ ...tablesQuery(destinationId, search), enabled: isMore });
  const asked = isMore ? searched : all;
  return {
    tables: asked.data?.tables,
    isMore: all.data?.truncated === true,
    isPending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
