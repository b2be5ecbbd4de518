import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { editSearchOf, modelSearchOf, modelsSearchOf, newModelSearchOf } from '../../features/models/model-searches.ts';
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
  component: lazyRouteComponent(() => import('../../features/models/NewModelPage.tsx'), 'NewModelPage'),
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
  component: lazyRouteComponent(() => import('../../features/models/EditModelPage.tsx'), 'EditModelPage'),
});

export const modelRoutes = [models, newModel, model, editModel] as const;
