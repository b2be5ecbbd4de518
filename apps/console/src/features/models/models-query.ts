import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { pagedQuery } from '../../components/listing/paged-query.ts';
import type { ModelsSearch } from './model-searches.ts';

export type ListedModel = components['schemas']['ResourceListItem'];

export const modelsQuery = (search: ModelsSearch) =>
  pagedQuery(['models', 'list', search], (page, signal) =>
    answerOf(api.GET('/api/v1/models', { signal, params: { query: { ...search, ...page } } })),
  );
