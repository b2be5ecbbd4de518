import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const rebaseModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/rebase',
  component: NotYetPage,
});

const rebaseSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/rebase',
  component: NotYetPage,
});

const compareModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/compare',
  component: NotYetPage,
});

const compareSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/compare',
  component: NotYetPage,
});

export const draftRoutes = [rebaseModel, rebaseSync, compareModel, compareSync] as const;
