import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchTextOf } from '../../components/tables/search-text.ts';
import { frame } from './frame-route.tsx';

const audiences = createRoute({
  getParentRoute: () => frame,
  path: '/audiences',
  validateSearch: searchTextOf,
  component: lazyRouteComponent(() => import('../../features/audiences/LiveListPage.tsx'), 'LiveListPage'),
});

const newAudience = createRoute({
  getParentRoute: () => frame,
  path: '/audiences/new',
  component: lazyRouteComponent(() => import('../../features/audiences/NewLivePage.tsx'), 'NewLivePage'),
});

const audience = createRoute({
  getParentRoute: () => frame,
  path: '/audiences/$audienceId',
  component: lazyRouteComponent(() => import('../../features/audiences/AudiencePage.tsx'), 'AudiencePage'),
});

const journeys = createRoute({
  getParentRoute: () => frame,
  path: '/journeys',
  validateSearch: searchTextOf,
  component: lazyRouteComponent(() => import('../../features/audiences/LiveListPage.tsx'), 'LiveListPage'),
});

const newJourney = createRoute({
  getParentRoute: () => frame,
  path: '/journeys/new',
  component: lazyRouteComponent(() => import('../../features/audiences/NewLivePage.tsx'), 'NewLivePage'),
});

const journey = createRoute({
  getParentRoute: () => frame,
  path: '/journeys/$journeyId',
  component: lazyRouteComponent(() => import('../../features/audiences/JourneyPage.tsx'), 'JourneyPage'),
});

export const audienceRoutes = [audiences, newAudience, audience, journeys, newJourney, journey] as const;
