import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Member = components['schemas']['Member'];

const PAGE = 200;
const MOST_PAGES = 25;

/** Everybody in the workspace, also who was deactivated: whom names on screen belong to, and who can be chosen. */
export const everyMemberQuery = queryOptions({
  queryKey: ['members', 'everybody'],
  queryFn: async ({ signal }): Promise<Member[]> => {
    const members: Member[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await answerOf(api.GET('/api/v1/members', { signal, params: { query } }));
      members.push(...items);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return members;
  },
  staleTime: 60_000,
});
