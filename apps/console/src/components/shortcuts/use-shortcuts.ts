import { useEffect, useRef } from 'react';
import type { Shortcut, ShortcutGroup } from './shortcut.ts';
import { registerShortcuts } from './shortcut-registry.ts';

/**
 * Has the keyboard do these things while the component is on screen, and lists them under this title in the sheet that `?` opens.
 * Single keys are left alone in fields, while a dialog is open, and when switched off; those with `mod` always work.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const group = useRef<ShortcutGroup>({ title, shortcuts });
  useEffect(() => {
    group.current = { title, shortcuts };
  });
  useEffect(() => registerShortcuts(group), []);
}
