import { MAX_EVENT_BYTES } from '../outbox/new-event.ts';

/**
 * The rows of a scan that go out now: in order, at most 768 KiB a partition. Once a partition is full its later rows wait too, so
 * that none overtakes another.
 */
export function takeBatch<Row extends { bytes: number }>(rows: readonly Row[], placeOf: (row: Row) => string): Row[] {
  const used = new Map<string, number>();
  return rows.filter((row) => {
    const place = placeOf(row);
    const total = (used.get(place) ?? 0) + row.bytes;
    used.set(place, total > MAX_EVENT_BYTES && total > row.bytes ? Infinity : total);
    return used.get(place) !== Infinity;
  });
}
