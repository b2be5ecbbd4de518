import type { RunCounts } from '@imprimatur/contracts';
import { noCounts, REJECTIONS_KEPT, type Progress, type Rejection } from './run.ts';

/** What became of one batch of rows. */
export type BatchCounts = Omit<RunCounts, 'read'> & { rejections: Rejection[] };

export const noProgress: Progress = { counts: noCounts, rejections: [] };

/** How far a run is after one more batch of `read` rows. */
export function advanced({ counts, rejections }: Progress, read: number, batch: BatchCounts): Progress {
  return {
    counts: {
      read: counts.read + read,
      added: counts.added + batch.added,
      changed: counts.changed + batch.changed,
      unchanged: counts.unchanged + batch.unchanged,
      rejected: counts.rejected + batch.rejected,
    },
    rejections:
      rejections.length < REJECTIONS_KEPT ? [...rejections, ...batch.rejections].slice(0, REJECTIONS_KEPT) : rejections,
  };
}
