import type { QueryClient } from '@tanstack/react-query';

const keys = ['members', 'service-accounts', 'roles', 'session', 'approval-requests'];

/** Who is there and what they may do is shown in many places. */
export const invalidatePeople = (queries: QueryClient): Promise<unknown> =>
  Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
