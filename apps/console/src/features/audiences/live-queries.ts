import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Kind } from './use-kind.ts';

export type Audience = components['schemas']['Audience'];
export type Journey = components['schemas']['Journey'];
/** What approval flows do not apply to: every save is live at once. */
export type Live = Audience | Journey;

/** What the API calls the collection, also the first element of its query keys. */
export const collectionOf = (kind: Kind) => `${kind}s` as const;

type Page = { items: Live[]; nextCursor: string | null };

export const livesQuery = (kind: Kind, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [collectionOf(kind), 'list', { q }],
    queryFn: ({ signal, pageParam }): Promise<Page> => {
      const query = { ...(q !== undefined && { q }), ...(pageParam !== null && { cursor: pageParam }) };
      const options = { signal, params: { query } };
      return kind === 'audience'
        ? answerOf(api.GET('/api/v1/audiences', options))
        : answerOf(api.GET('/api/v1/journeys', options));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export const audienceQuery = (id: string) =>
  queryOptions({
    queryKey: ['audiences', 'detail', id],
    queryFn: ({ signal }): Promise<Audience> =>
      answerOf(api.GET('/api/v1/audiences/{id}', { signal, params: { path: { id } } })),
  });

export const journeyQuery = (id: string) =>
  queryOptions({
    queryKey: ['journeys', 'detail', id],
    queryFn: ({ signal }): Promise<Journey> =>
      answerOf(api.GET('/api/v1/journeys/{id}', { signal, params: { path: { id } } })),
  });
