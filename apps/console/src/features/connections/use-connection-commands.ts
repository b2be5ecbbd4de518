import type { ChangeConnectionBody, CreateConnectionBody } from '@imprimatur/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { answerOf, api } from '../../api/client.ts';
import { useDeletion } from '../../api/deleting/use-deletion.ts';
import { useKeyFor } from '../../api/use-key-for.ts';
import { collectionOf, connectionQuery, type Connection } from './connections-query.ts';
import type { Kind } from './use-kind.ts';

export type NewConnection = z.output<typeof CreateConnectionBody>;
export type ConnectionChange = z.output<typeof ChangeConnectionBody>;
type Defined<Body> = { [Field in keyof Body]?: NonNullable<Body[Field]> };

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

export function useCreateConnection(kind: Kind) {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (body: NewConnection): Promise<{ id: string }> => {
      const options = { body, params: { header: { 'Idempotency-Key': keyFor(body) } } };
      return kind === 'source'
        ? answerOf(api.POST('/api/v1/sources', options))
        : answerOf(api.POST('/api/v1/destinations', options));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}

export function useChangeConnection(kind: Kind, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ change, version }: { change: Defined<ConnectionChange>; version: number }): Promise<void> => {
      const options = { body: change, params: { path: { id }, header: ifMatch(version) } };
      await (kind === 'source'
        ? answerOf(api.PATCH('/api/v1/sources/{id}', options))
        : answerOf(api.PATCH('/api/v1/destinations/{id}', options)));
      await queries.fetchQuery({ ...connectionQuery(kind, id), staleTime: 0 });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}

export const useDeleteConnection = (kind: Kind, { id, version }: Connection, onDeleted: () => Promise<void>) =>
  useDeletion({
    gone: [collectionOf(kind), 'detail', id],
    send: () => {
      const options = { params: { path: { id }, header: ifMatch(version) } };
      return kind === 'source'
        ? answerOf(api.DELETE('/api/v1/sources/{id}', options))
        : answerOf(api.DELETE('/api/v1/destinations/{id}', options));
    },
    onDeleted,
    touched: [collectionOf(kind)],
  });

/** Tries to connect with what is saved. That it cannot is an answer, not an error. */
export function useTestConnection(kind: Kind, id: string) {
  return useMutation({
    mutationFn: () => {
      const options = { params: { path: { id } } };
      return kind === 'source'
        ? answerOf(api.POST('/api/v1/sources/{id}/test', options))
        : answerOf(api.POST('/api/v1/destinations/{id}/test', options));
    },
  });
}
