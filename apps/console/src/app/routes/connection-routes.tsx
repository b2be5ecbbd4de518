import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const sources = createRoute({
  getParentRoute: () => frame,
  path: '/sources',
  component: NotYetPage,
});

const newSource = createRoute({
  getParentRoute: () => frame,
  path: '/sources/new',
  component: NotYetPage,
});

const source = createRoute({
  getParentRoute: () => frame,
  path: '/sources/$sourceId',
  component: NotYetPage,
});

const destinations = createRoute({
  getParentRoute: () => frame,
  path: '/destinations',
  component: NotYetPage,
});

const newDestination = createRoute({
  getParentRoute: () => frame,
  path: '/destinations/new',
  component: NotYetPage,
});

const destination = createRoute({
  getParentRoute: () => frame,
  path: '/destinations/$destinationId',
  component: NotYetPage,
});

export const connectionRoutes = [sources, newSource, source, destinations, newDestination, destination] as const;
