import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const runs = createRoute({
  getParentRoute: () => frame,
  path: '/runs',
  component: NotYetPage,
});

const run = createRoute({
  getParentRoute: () => frame,
  path: '/runs/$runId',
  component: NotYetPage,
});

export const runRoutes = [runs, run] as const;
