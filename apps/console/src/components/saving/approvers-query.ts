import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { GatedKind } from '../../api/resource-queries.ts';
import type { components } from '../../api/schema.d.ts';

export type RoleEffect = components['schemas']['RoleEffect'];

/** Where a change is judged: a model on its source, a sync on its model's source and its destination. */
export interface Place {
  sourceId: string;
  destinationId?: string | null | undefined;
}

/** What the member's own role allows at a place, and who can approve there. */
export const effectQuery = (roleId: string, kind: GatedKind, { sourceId, destinationId }: Place) =>
  queryOptions({
    queryKey: ['roles', 'effect', roleId, kind, sourceId, destinationId ?? null],
    queryFn: ({ signal }): Promise<RoleEffect> => {
      const query = { kind, sourceId, ...(destinationId && { destinationId }) };
      return answerOf(api.GET('/api/v1/roles/{id}/effect', { signal, params: { path: { id: roleId }, query } }));
    },
  });
