import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ProblemError } from '../api/problem-error.ts';
import { inboxSearchOf } from '../features/approvals/inbox-search.ts';
import { safeReturnTo } from '../features/session/return-to.ts';
import { sessionQuery } from '../api/session-query.ts';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { queryClient } from './query-client.ts';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { returnTo: string } => ({
    returnTo: safeReturnTo(search.returnTo),
  }),
  component: lazyRouteComponent(() => import('../features/session/SignInPage.tsx'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('../features/session/SetPasswordPage.tsx'), 'SetPasswordPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../features/session/ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
});

/** Everything behind the sign-in, which leads back to where somebody wanted to go. */
const frame = createRoute({
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

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
    throw redirect({ to: '/approvals', search: {} });
  },
});

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/approvals',
  validateSearch: inboxSearchOf,
  component: lazyRouteComponent(() => import('../features/approvals/InboxPage.tsx'), 'InboxPage'),
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/approvals/$requestId',
  component: lazyRouteComponent(() => import('../features/approvals/ReviewPage.tsx'), 'ReviewPage'),
});

/** Parts that the navigation names and that are still to come, with everything below them. */
const later = createRoute({
  getParentRoute: () => frame,
  path: '/$part/$',
  component: lazyRouteComponent(() => import('./NotYetPage.tsx'), 'NotYetPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([signIn, setPassword, forgotPassword, frame.addChildren([home, inbox, review, later])]),
  defaultPreload: 'intent',
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
