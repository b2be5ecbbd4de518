import { useEffect, useRef, useState } from 'react';

type RowAct = 'add' | 'up' | 'down' | 'remove';

/** The focus goes into a row that is added and with one that is moved; when one is removed, to the one that takes its place. */
export function useRowFocus<List extends HTMLElement>() {
  const rows = useRef<List>(null);
  const [wanted, setWanted] = useState<{ at: number; act: RowAct } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const all = [...(rows.current?.querySelectorAll('[data-row]') ?? [])];
    const row = all[Math.min(wanted.at, all.length - 1)];
    (placeIn(row, wanted.act) ?? rows.current)?.focus();
  }, [wanted]);
  return { rows, focusRow: (at: number, act: RowAct): void => setWanted({ at, act }) };
}

function placeIn(row: Element | undefined, act: RowAct): HTMLElement | null | undefined {
  if (act === 'add') return row?.querySelector<HTMLElement>('select, input');
  const able = [...(row?.querySelectorAll<HTMLButtonElement>('button[data-act]:enabled') ?? [])];
  return able.find(({ dataset }) => dataset.act === act) ?? able[0];
}
