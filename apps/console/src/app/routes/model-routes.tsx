import { createRoute } from '@tanstack/react-router';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const models = createRoute({
  getParentRoute: () => frame,
  path: '/models',
  component: NotYetPage,
});

const newModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/new',
  component: NotYetPage,
});

const model = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId',
  component: NotYetPage,
});

const editModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/edit',
  component: NotYetPage,
});

export const modelRoutes = [models, newModel, model, editModel] as const;
