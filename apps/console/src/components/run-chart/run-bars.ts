import type { components } from '../../api/schema.d.ts';
import { exactTime } from '../time.ts';

type Run = Pick<components['schemas']['Run'], 'id' | 'syncName' | 'createdAt' | 'counts' | 'status'>;
type Counts = components['schemas']['RunCounts'];

/** One run in the chart. */
export interface RunBar {
  id: string;
  at: string;
  sync: string;
  written: number;
  rejected: number;
  isRefused: boolean;
  /** How tall it stands when it was refused: it has no rows, and must be seen beside the rows of others. */
  refused: number;
}

const REFUSED_PART = 8;

/** The rows that a run changed at the destination. */
export const writtenOf = ({ added, changed }: Pick<Counts, 'added' | 'changed'>): number => added + changed;

/** The last runs that are over, the oldest first. */
export function runBars(newestFirst: readonly Run[], atMost: number): RunBar[] {
  const over = newestFirst.filter(({ status }) => status !== 'queued' && status !== 'running').slice(0, atMost);
  const bars = over.reverse().map(({ id, syncName, createdAt, counts, status }) => ({
    id,
    at: exactTime(createdAt),
    sync: syncName,
    written: counts === null ? 0 : writtenOf(counts),
    rejected: counts?.rejected ?? 0,
    isRefused: status === 'refused',
  }));
  const tallest = Math.max(REFUSED_PART, ...bars.map(({ written, rejected }) => written + rejected));
  return bars.map((bar) => ({ ...bar, refused: bar.isRefused ? tallest / REFUSED_PART : 0 }));
}
