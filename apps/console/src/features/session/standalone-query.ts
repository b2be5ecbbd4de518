import { queryOptions } from '@tanstack/react-query';

/** What an installation for trying out says about itself. */
export interface StandaloneFacts {
  demo: { password: string; members: { name: string; email: string; roleName: string }[] };
}

/** Null where the product is installed for real: then there is nothing at this address but the console itself. */
export const standaloneQuery = queryOptions({
  queryKey: ['standalone'],
  queryFn: async ({ signal }): Promise<StandaloneFacts | null> => {
    const answer = await fetch('/standalone.json', { signal, headers: { accept: 'application/json' } });
    const isFacts = answer.ok && answer.headers.get('content-type')?.startsWith('application/json') === true;
    return isFacts ? ((await answer.json()) as StandaloneFacts) : null;
  },
  staleTime: Infinity,
});
