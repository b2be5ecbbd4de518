import type { VisibleItem } from './request-query.ts';

export interface Link {
  kind: 'source' | 'model' | 'sync' | 'destination';
  id: string;
  name: string;
  /** One of the items of the request. */
  isItem: boolean;
}

/** From where the rows come to where they go, through everything that a request changes: a chain for each sync, and one for each model that none of them has. */
export function chainsOf(items: readonly VisibleItem[]): Link[][] {
  const isItem = (id: string): boolean => items.some(({ resourceId }) => resourceId === id);
  const chains = items.flatMap((item): Link[][] => {
    const end = item.ends[0];
    if (end === undefined || item.kind !== 'sync') return [];
    const { sourceId, sourceName, modelId, modelName, destinationId, destinationName } = end;
    return [
      [
        { kind: 'source', id: sourceId, name: sourceName, isItem: false },
        ...(modelId === null
          ? []
          : [{ kind: 'model' as const, id: modelId, name: modelName ?? '', isItem: isItem(modelId) }]),
        { kind: 'sync', id: item.resourceId, name: item.name, isItem: true },
        ...(destinationId === null
          ? []
          : [{ kind: 'destination' as const, id: destinationId, name: destinationName ?? '', isItem: false }]),
      ],
    ];
  });
  const covered = new Set(chains.flat().map(({ id }) => id));
  const alone = items.flatMap(({ kind, resourceId, name, ends: [end] }): Link[][] =>
    kind === 'model' && end !== undefined && !covered.has(resourceId)
      ? [
          [
            { kind: 'source', id: end.sourceId, name: end.sourceName, isItem: false },
            { kind: 'model', id: resourceId, name, isItem: true },
          ],
        ]
      : [],
  );
  return [...chains, ...alone];
}
