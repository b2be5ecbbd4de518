import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { settingsLayout } from './settings-layout-route.tsx';

const workspaceSettings = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('../../features/settings/workspace/WorkspacePage.tsx'), 'WorkspacePage'),
});

const roles = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles',
  component: NotYetPage,
});

const newRole = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles/new',
  component: NotYetPage,
});

const role = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles/$roleId',
  component: NotYetPage,
});

export const settingRoutes = [workspaceSettings, roles, newRole, role] as const;
