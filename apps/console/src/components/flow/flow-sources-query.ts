import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

const PAGE = 50;

/** The sources of the workspace, page by page. */
export const flowSourcesQuery = infiniteQueryOptions({
  queryKey: ['sources', 'flow'],
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
    return answerOf(api.GET('/api/v1/sources', { signal, params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
