import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { runsSearchOf } from '../../features/runs/runs-search.ts';
import { frame } from './frame-route.tsx';

const runs = createRoute({
  getParentRoute: () => frame,
  path: '/runs',
  validateSearch: runsSearchOf,
  component: lazyRouteComponent(() => import('../../features/runs/RunsPage.tsx'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => frame,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('../../features/runs/RunPage.tsx'), 'RunPage'),
});

export const runRoutes = [runs, run] as const;
