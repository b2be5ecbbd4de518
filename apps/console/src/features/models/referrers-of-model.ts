import { ProblemError } from '../../api/problem-error.ts';

type Named = { id: string; name: string };

export interface ModelReferrers {
  syncs: Named[];
  audiences: Named[];
  /** Those that one may not view. */
  hidden: number;
}

/** What a refusal to delete says refers to the model; null where that is not why. */
export function referrersOfModel(error: unknown): ModelReferrers | null {
  if (!(error instanceof ProblemError)) return null;
  const { code, details } = error.problem;
  if (code !== 'model.has-syncs' && code !== 'model.has-audiences') return null;
  return {
    syncs: (details?.syncs ?? []) as Named[],
    audiences: (details?.audiences ?? []) as Named[],
    hidden: Number(details?.hidden ?? 0),
  };
}
