import { ProblemError } from '../../api/problem-error.ts';

export interface Referrers {
  seen: { id: string; kind: 'model' | 'sync' | 'journey'; name: string }[];
  hidden: number;
}

type Named = { id: string; name: string };

/** What a refusal to delete says refers to something; null when that is not why. */
export function referrersOf(error: unknown): Referrers | null {
  if (!(error instanceof ProblemError)) return null;
  const { code, details } = error.problem;
  const hidden = Number(details?.hidden ?? 0);
  if (code === 'source.in-use' || code === 'destination.in-use') {
    return { seen: (details?.resources ?? []) as Referrers['seen'], hidden };
  }
  if (code !== 'audience.has-journeys') return null;
  return { seen: ((details?.journeys ?? []) as Named[]).map((each) => ({ ...each, kind: 'journey' })), hidden };
}
