import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const syncs = createRoute({
  getParentRoute: () => frame,
  path: '/syncs',
  component: NotYetPage,
});

const newSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/new',
  component: NotYetPage,
});

const sync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId',
  component: NotYetPage,
});

const editSync = createRoute({
  getParentRoute: () => frame,
  path: '/syncs/$syncId/edit',
  component: NotYetPage,
});

export const syncRoutes = [syncs, newSync, sync, editSync] as const;
