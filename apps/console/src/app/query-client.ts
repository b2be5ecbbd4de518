import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error.ts';

const ATTEMPTS = 2;

/** Everything of the server lives here and nowhere else. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused stays refused; what did not arrive may the next time.
      retry: (failures, error) => failures < ATTEMPTS && error instanceof ProblemError && error.isPassing,
    },
  },
});
