import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { editSearchOf, modelSearchOf, modelsSearchOf, newModelSearchOf } from '../../features/models/model-searches.ts';
import { NotYetPage } from '../NotYetPage.tsx';
import { frame } from './frame-route.tsx';

const models = createRoute({
  getParentRoute: () => frame,
  path: '/models',
  validateSearch: modelsSearchOf,
  component: lazyRouteComponent(() => import('../../features/models/ModelsPage.tsx'), 'ModelsPage'),
});

const newModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/new',
  validateSearch: newModelSearchOf,
  component: NotYetPage,
});

const model = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId',
  validateSearch: modelSearchOf,
  component: lazyRouteComponent(() => import('../../features/models/ModelPage.tsx'), 'ModelPage'),
});

const editModel = createRoute({
  getParentRoute: () => frame,
  path: '/models/$modelId/edit',
  validateSearch: editSearchOf,
  component: NotYetPage,
});

export const modelRoutes = [models, newModel, model, editModel] as const;
