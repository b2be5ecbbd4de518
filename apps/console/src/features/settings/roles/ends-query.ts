import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Kind } from './role-content.ts';

export interface End {
  id: string;
  name: string;
}

const PAGE = 200;

/** Every source or destination that one may view, by name. */
export const endsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: [kind, 'names'],
    queryFn: async ({ signal }): Promise<End[]> => {
      const ends: End[] = [];
      let cursor: string | null = null;
      do {
        const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor !== null && { cursor }) };
        const page: { items: End[]; nextCursor: string | null } = await answerOf(
          api.GET(`/api/v1/${kind}`, { signal, params: { query } }),
        );
        ends.push(...page.items.map(({ id, name }) => ({ id, name })));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return ends;
    },
    staleTime: 60_000,
  });
