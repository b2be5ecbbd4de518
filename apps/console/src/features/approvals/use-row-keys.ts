import type { RefObject } from 'react';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { strings } from '../../strings/en.ts';

const { shortcuts } = strings.approvals;

/** The keyboard goes from request to request; what has the focus opens with Enter by itself. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => (): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('th[scope=row] a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[Math.max(0, Math.min(links.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts(shortcuts.inbox, [
    { keys: 'j', says: shortcuts.nextRequest, run: move(1) },
    { keys: 'k', says: shortcuts.previousRequest, run: move(-1) },
  ]);
}
