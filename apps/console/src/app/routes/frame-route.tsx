import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { ProblemError } from '../../api/problem-error.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { Frame } from '../Frame.tsx';
import { queryClient } from '../query-client.ts';

export const root = createRootRoute({ component: Outlet });

/** Everything behind the sign-in, which leads back to where somebody wanted to go. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof ProblemError && error.isNotSignedIn)) throw error;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
      throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
    }
  },
});
