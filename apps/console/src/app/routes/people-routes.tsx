import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { membersSearchOf } from '../../features/settings/members/members-search.ts';
import { frame } from './frame-route.tsx';
import { settingsLayout } from './settings-layout-route.tsx';

const members = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/members',
  validateSearch: membersSearchOf,
  component: lazyRouteComponent(() => import('../../features/settings/members/MembersPage.tsx'), 'MembersPage'),
});

const member = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/members/$memberId',
  component: lazyRouteComponent(() => import('../../features/settings/members/MemberPage.tsx'), 'MemberPage'),
});

const serviceAccounts = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/service-accounts',
  component: lazyRouteComponent(
    () => import('../../features/settings/service-accounts/ServiceAccountsPage.tsx'),
    'ServiceAccountsPage',
  ),
});

const serviceAccount = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/service-accounts/$serviceAccountId',
  component: lazyRouteComponent(
    () => import('../../features/settings/service-accounts/ServiceAccountPage.tsx'),
    'ServiceAccountPage',
  ),
});

const mail = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('../../features/settings/mail/MailPage.tsx'), 'MailPage'),
});

const preferences = createRoute({
  getParentRoute: () => frame,
  path: '/preferences',
  component: lazyRouteComponent(() => import('../../features/preferences/PreferencesPage.tsx'), 'PreferencesPage'),
});

export const personalRoutes = [preferences] as const;

/** Below the settings. */
export const peopleRoutes = [members, member, serviceAccounts, serviceAccount, mail] as const;
