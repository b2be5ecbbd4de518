import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { isUnderWay } from './run-status.ts';

export type RunDetails = components['schemas']['RunDetails'];

const SOON_MS = 1_000;

/** One run, followed until it is over. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'detail', id],
    queryFn: ({ signal }): Promise<RunDetails> =>
      answerOf(api.GET('/api/v1/runs/{id}', { signal, params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.status) ? SOON_MS : false),
  });
