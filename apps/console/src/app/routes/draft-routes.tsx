import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { compareSearchOf } from '../../features/drafts/compare-search.ts';
import { frame } from './frame-route.tsx';

const rebaseModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/rebase',
  component: lazyRouteComponent(() => import('../../features/drafts/RebaseModelPage.tsx'), 'RebaseModelPage'),
});

const rebaseSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/rebase',
  component: lazyRouteComponent(() => import('../../features/drafts/RebaseSyncPage.tsx'), 'RebaseSyncPage'),
});

const compareModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/compare',
  validateSearch: compareSearchOf,
  component: lazyRouteComponent(() => import('../../features/drafts/CompareModelPage.tsx'), 'CompareModelPage'),
});

const compareSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/compare',
  validateSearch: compareSearchOf,
  component: lazyRouteComponent(() => import('../../features/drafts/CompareSyncPage.tsx'), 'CompareSyncPage'),
});

export const draftRoutes = [rebaseModel, rebaseSync, compareModel, compareSync] as const;
