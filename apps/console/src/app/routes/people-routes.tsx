import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { membersSearchOf } from '../../features/settings/members/members-search.ts';
import { NotYetPage } from '../NotYetPage.tsx';
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
  component: NotYetPage,
});

const serviceAccount = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/service-accounts/$serviceAccountId',
  component: NotYetPage,
});

const mail = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/mail',
  component: NotYetPage,
});

const preferences = createRoute({
  getParentRoute: () => frame,
  path: '/preferences',
  component: NotYetPage,
});

export const personalRoutes = [preferences] as const;

/** Below the settings. */
export const peopleRoutes = [members, member, serviceAccounts, serviceAccount, mail] as const;
