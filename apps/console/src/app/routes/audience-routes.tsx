import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const audiences = createRoute({
  getParentRoute: () => frame,
  path: '/audiences',
  component: NotYetPage,
});

const newAudience = createRoute({
  getParentRoute: () => frame,
  path: '/audiences/new',
  component: NotYetPage,
});

const audience = createRoute({
  getParentRoute: () => frame,
  path: '/audiences/$audienceId',
  component: NotYetPage,
});

const journeys = createRoute({
  getParentRoute: () => frame,
  path: '/journeys',
  component: NotYetPage,
});

const newJourney = createRoute({
  getParentRoute: () => frame,
  path: '/journeys/new',
  component: NotYetPage,
});

const journey = createRoute({
  getParentRoute: () => frame,
  path: '/journeys/$journeyId',
  component: NotYetPage,
});

export const audienceRoutes = [audiences, newAudience, audience, journeys, newJourney, journey] as const;
