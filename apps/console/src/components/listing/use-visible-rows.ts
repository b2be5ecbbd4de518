import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to this many rows everything is on the page, where the browser finds and prints it. */
const MOST_AT_ONCE = 100;
const OVERSCAN = 8;
const ROW_HEIGHT = 38;

interface VisibleRows {
  indices: number[];
  /** The room that the rows before and after them take, in pixels. */
  before: number;
  after: number;
  measure: (row: HTMLElement | null) => void;
}

const nothing = (): void => undefined;

/** Which rows of a table are in the window, as the page scrolls. */
export function useVisibleRows(table: RefObject<HTMLElement | null>, count: number): VisibleRows {
  const isLong = count > MOST_AT_ONCE;
  const margin = useDistanceFromTop(table, isLong);
  const rows = useWindowVirtualizer({
    count,
    enabled: isLong,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
  });
  if (!isLong) {
    const indices = Array.from({ length: count }, (_, index) => index);
    return { indices, before: 0, after: 0, measure: nothing };
  }
  const shown = rows.getVirtualItems();
  return {
    indices: shown.map(({ index }) => index),
    before: (shown[0]?.start ?? margin) - margin,
    after: rows.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin),
    measure: rows.measureElement,
  };
}

/** Where on the page the table begins; what stands above it may grow and shrink. */
function useDistanceFromTop(element: RefObject<HTMLElement | null>, isNeeded: boolean): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    if (!isNeeded) return undefined;
    const find = (): void => {
      const top = element.current?.getBoundingClientRect().top;
      if (top !== undefined) setDistance(Math.round(top + window.scrollY));
    };
    find();
    const watching = new ResizeObserver(find);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, [element, isNeeded]);
  return distance;
}
