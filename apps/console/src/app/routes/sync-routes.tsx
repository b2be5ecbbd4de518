import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { editSearchOf, newSyncSearchOf, syncSearchOf, syncsSearchOf } from '../../features/syncs/sync-searches.ts';
import { frame } from './frame-route.tsx';

const syncs = createRoute({
  getParentRoute: () => frame,
  path: '/syncs',
  validateSearch: syncsSearchOf,
  component: lazyRouteComponent(() => import('../../features/syncs/SyncsPage.tsx'), 'SyncsPage'),
});

const newSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/new',
  validateSearch: newSyncSearchOf,
  component: lazyRouteComponent(() => import('../../features/syncs/NewSyncPage.tsx'), 'NewSyncPage'),
});

const sync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId',
  validateSearch: syncSearchOf,
  component: lazyRouteComponent(() => import('../../features/syncs/SyncPage.tsx'), 'SyncPage'),
});

const editSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/edit',
  validateSearch: editSearchOf,
  component: lazyRouteComponent(() => import('../../features/syncs/EditSyncPage.tsx'), 'EditSyncPage'),
});

export const syncRoutes = [syncs, newSync, sync, editSync] as const;
