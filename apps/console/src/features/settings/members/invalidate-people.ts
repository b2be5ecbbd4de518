import type { QueryClient } from '@tanstack/react-query';

/** Who is there and what they may do is shown in many places. */
export const shownWithPeople = ['members', 'service-accounts', 'roles', 'session', 'approval-requests'];

export const invalidatePeople = (queries: QueryClient): Promise<unknown> =>
  Promise.all(shownWithPeople.map((key) => queries.invalidateQueries({ queryKey: [key] })));
