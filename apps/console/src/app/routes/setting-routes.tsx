import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsLayout } from './settings-layout-route.tsx';

const workspaceSettings = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('../../features/settings/workspace/WorkspacePage.tsx'), 'WorkspacePage'),
});

const roles = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles',
  component: lazyRouteComponent(() => import('../../features/settings/roles/RolesPage.tsx'), 'RolesPage'),
});

const newRole = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles/new',
  component: lazyRouteComponent(() => import('../../features/settings/roles/NewRolePage.tsx'), 'NewRolePage'),
});

const role = createRoute({
  getParentRoute: () => settingsLayout,
  path: '/settings/roles/$roleId',
  component: lazyRouteComponent(() => import('../../features/settings/roles/RolePage.tsx'), 'RolePage'),
});

export const settingRoutes = [workspaceSettings, roles, newRole, role] as const;
