import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to this many rows everything is on the page, where the browser finds and prints it. */
export const MOST_AT_ONCE = 300;
const OVERSCAN = 10;
export const ROW_HEIGHT = 22;

interface RowWindow {
  /** The rows that are on the page. */
  indices: number[];
  /** The room that those before and after them take, in pixels. */
  before: number;
  after: number;
  measure: (row: HTMLElement | null) => void;
  bring: (index: number) => void;
}

/** The rows of a long table that are in the window, as the page scrolls. */
export function useRowWindow(table: RefObject<HTMLElement | null>, count: number): RowWindow {
  const isLong = count > MOST_AT_ONCE;
  const margin = useDistanceFromTop(table, isLong);
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: isLong,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
  });
  if (!isLong) {
    const indices = Array.from({ length: count }, (_, index) => index);
    return { indices, before: 0, after: 0, measure: () => undefined, bring: () => undefined };
  }
  const shown = virtualizer.getVirtualItems();
  return {
    indices: shown.map(({ index }) => index),
    before: (shown[0]?.start ?? margin) - margin,
    after: virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin),
    measure: virtualizer.measureElement,
    bring: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
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
    // It tells of the first size too, when the page is laid out anyway; to ask before that would lay it out once more.
    const watching = new ResizeObserver(find);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, [element, isNeeded]);
  return distance;
}
