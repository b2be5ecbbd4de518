import { useEffect, useRef } from 'react';

/** Whoever adds a row goes on in its first field. */
export function useRowFocus() {
  const rows = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const row = `[data-row="${wanted.current}"]`;
    wanted.current = null;
    rows.current?.querySelector<HTMLElement>(`${row} select, ${row} input`)?.focus();
  });
  const goTo = (row: number): void => {
    wanted.current = row;
  };
  return { rows, goTo };
}
