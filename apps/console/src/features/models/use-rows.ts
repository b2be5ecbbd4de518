import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { ProblemError } from '../../api/problem-error.ts';
import type { ErrorAt } from '../../components/sql-editor/diagnostics-at.ts';
import type { PreviewRows } from './preview-query.ts';

interface Found {
  query: string;
  rows: PreviewRows;
}

/** The first rows of a query that is being written: what was found last, and why nothing was found for what was asked since. */
export function useRows(sourceId: string) {
  const [found, setFound] = useState<Found | null>(null);
  const asking = useMutation({
    mutationFn: (query: string): Promise<PreviewRows> =>
      answerOf(api.POST('/api/v1/sources/{id}/preview', { params: { path: { id: sourceId } }, body: { query } })),
    onSuccess: (rows, query) => setFound({ query, rows }),
  });
  const asked = asking.variables;
  return {
    found,
    ask: (query: string) => asking.mutateAsync(query),
    isAsking: asking.isPending,
    /** Of the last time it was asked. */
    error: asking.error,
    isAbout: (query: string) => asked === query,
    /** What the source said against this very query, and where. */
    errorIn: (query: string): ErrorAt | null => (asked === query ? errorAt(asking.error) : null),
  };
}
export type Rows = ReturnType<typeof useRows>;

/** The query itself is wrong, and not the source out of reach. */
export const isQueryError = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code.startsWith('query.');

function errorAt(error: unknown): ErrorAt | null {
  if (!isQueryError(error)) return null;
  const position = error.problem.details?.position;
  return { message: error.problem.detail, position: typeof position === 'number' ? position : undefined };
}
