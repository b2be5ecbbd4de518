import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Session = components['schemas']['Session'];

/** Who is signed in, where, and with which role. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }): Promise<Session> => answerOf(api.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
});
