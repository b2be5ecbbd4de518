import type { RefObject } from 'react';
import { strings } from '../../strings/en.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

const { listing } = strings;

/** The keyboard goes from row to row; what has the focus opens with Enter by itself. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => (): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('th[scope=row] a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[Math.max(0, Math.min(links.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts(listing.shortcuts, [
    { keys: 'j', says: listing.nextRow, run: move(1) },
    { keys: 'k', says: listing.previousRow, run: move(-1) },
  ]);
}
