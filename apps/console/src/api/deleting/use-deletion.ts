import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { holdRequests } from './held-requests.ts';

interface Deletion {
  /** The query that shows what will be gone, by the id at its end; null where a page goes on showing what is left. */
  gone: readonly [string, 'detail', string] | null;
  send: () => Promise<unknown>;
  /** Leads away from what is gone. */
  onDeleted: () => Promise<void> | void;
  /** The collections that show it, or that it was gone from. */
  touched: readonly string[];
}

/**
 * Deletes something. The live stream may tell of it before the answer comes, and the page that shows it is left only then: from the click
 * until it is left nothing asks for what may be gone. After a refusal what was to be asked is asked.
 */
export function useDeletion({ gone, send, onDeleted, touched }: Deletion) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: () => (gone === null ? undefined : holdBack(queries, gone[2])),
    onSuccess: async () => {
      await onDeleted();
      if (gone === null) return;
      await untilLeft(queries, gone);
      queries.removeQueries({ type: 'inactive', predicate: mentions(gone[2]) });
    },
    onSettled: (_answer, _error, _variables, release) => {
      release?.();
      return Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] })));
    },
  });
}

const mentions =
  (id: string) =>
  ({ queryHash }: { queryHash: string }): boolean =>
    queryHash.includes(id);

function holdBack(queries: QueryClient, id: string): () => void {
  const release = holdRequests(id);
  // What is being asked this moment might be answered too late.
  void queries.refetchQueries({ fetchStatus: 'fetching', predicate: mentions(id) });
  return release;
}

function untilLeft(queries: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  const cache = queries.getQueryCache();
  const isShown = (): boolean => cache.findAll({ queryKey, type: 'active' }).length > 0;
  return new Promise((resolve) => {
    if (!isShown()) return resolve();
    const forget = cache.subscribe(() => {
      if (isShown()) return;
      forget();
      resolve();
    });
  });
}
