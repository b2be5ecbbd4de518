import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { modelOf, syncOf, type FlowModel, type FlowSync, type Readiness } from './flow-data.ts';

/** Whose part of the flow. */
export type FlowPart = { sourceId: string } | { modelId: string } | { syncId: string };

const PAGE = 200;
const PAGES_AT_MOST = 5;
export const AT_MOST = PAGE * PAGES_AT_MOST;
const REFRESH_MS = 15_000;

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Every page there is, as far as a picture can show what they hold. */
async function allOf<Item>(page: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const next: Page<Item> = await page({ limit: PAGE, ...(cursor !== null && { cursor }) });
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor !== null && items.length < AT_MOST);
  return items;
}

export const flowModelsQuery = (part: { sourceId: string } | { modelId: string }) =>
  queryOptions({
    queryKey: ['models', 'flow', part],
    queryFn: async ({ signal }): Promise<FlowModel[]> => {
      if ('modelId' in part) {
        const path = { id: part.modelId };
        const model = await answerOf(api.GET('/api/v1/models/{id}', { signal, params: { path } }));
        return [modelOf(model, { id: model.sourceId, name: model.sourceName })];
      }
      const models = await allOf((query) =>
        answerOf(api.GET('/api/v1/models', { signal, params: { query: { ...query, ...part } } })),
      );
      return models.map((model) => modelOf(model, { id: model.ends.sourceId, name: model.ends.sourceName }));
    },
    refetchInterval: REFRESH_MS,
  });

export const flowSyncsQuery = (part: FlowPart) =>
  queryOptions({
    queryKey: ['syncs', 'flow', part],
    queryFn: async ({ signal }): Promise<FlowSync[]> => {
      if ('syncId' in part) {
        const path = { id: part.syncId };
        return [syncOf(await answerOf(api.GET('/api/v1/syncs/{id}', { signal, params: { path } })))];
      }
      const syncs = await allOf((query) =>
        answerOf(api.GET('/api/v1/syncs', { signal, params: { query: { ...query, ...part } } })),
      );
      return syncs.map(syncOf);
    },
    refetchInterval: REFRESH_MS,
  });

export const readinessQuery = (part: FlowPart) =>
  queryOptions({
    queryKey: ['schedules', 'flow', part],
    queryFn: async ({ signal }): Promise<Readiness> => {
      if ('syncId' in part) {
        const { syncId, wouldRefuse } = await answerOf(
          api.GET('/api/v1/schedules/{syncId}', { signal, params: { path: part } }),
        );
        return new Map([[syncId, wouldRefuse]]);
      }
      const all = await allOf((query) =>
        answerOf(api.GET('/api/v1/schedules', { signal, params: { query: { ...query, ...part } } })),
      );
      return new Map(all.map(({ syncId, wouldRefuse }) => [syncId, wouldRefuse]));
    },
    // A sync that was saved just now is heard of a moment later.
    retry: 1,
    refetchInterval: REFRESH_MS,
  });
