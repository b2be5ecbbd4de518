import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { safeReturnTo } from '../../features/session/return-to.ts';
import { root } from './frame-route.tsx';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { returnTo: string } => ({
    returnTo: safeReturnTo(search.returnTo),
  }),
  component: lazyRouteComponent(() => import('../../features/session/SignInPage.tsx'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('../../features/session/SetPasswordPage.tsx'), 'SetPasswordPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../../features/session/ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
});

export const entryRoutes = [signIn, setPassword, forgotPassword] as const;
