import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchTextOf } from '../../components/tables/search-text.ts';
import { frame } from './frame-route.tsx';

const sources = createRoute({
  getParentRoute: () => frame,
  path: '/sources',
  validateSearch: searchTextOf,
  component: lazyRouteComponent(() => import('../../features/connections/ConnectionsPage.tsx'), 'ConnectionsPage'),
});

const newSource = createRoute({
  getParentRoute: () => frame,
  path: '/sources/new',
  component: lazyRouteComponent(() => import('../../features/connections/NewConnectionPage.tsx'), 'NewConnectionPage'),
});

const source = createRoute({
  getParentRoute: () => frame,
  path: '/sources/$sourceId',
  component: lazyRouteComponent(() => import('../../features/connections/ConnectionPage.tsx'), 'ConnectionPage'),
});

const destinations = createRoute({
  getParentRoute: () => frame,
  path: '/destinations',
  validateSearch: searchTextOf,
  component: lazyRouteComponent(() => import('../../features/connections/ConnectionsPage.tsx'), 'ConnectionsPage'),
});

const newDestination = createRoute({
  getParentRoute: () => frame,
  path: '/destinations/new',
  component: lazyRouteComponent(() => import('../../features/connections/NewConnectionPage.tsx'), 'NewConnectionPage'),
});

const destination = createRoute({
  getParentRoute: () => frame,
  path: '/destinations/$destinationId',
  component: lazyRouteComponent(() => import('../../features/connections/ConnectionPage.tsx'), 'ConnectionPage'),
});

export const connectionRoutes = [sources, newSource, source, destinations, newDestination, destination] as const;
