import type { Shortcut } from './shortcut.ts';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** A key as shortcuts name it; null for one that is none of theirs, such as a letter with Alt. */
export function strokeOf({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead', 'Process'].includes(key)) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

/** Works wherever the cursor stands, also in a field, and whether or not shortcuts are switched off: it takes two hands. */
export const isChord = (keys: string): boolean => keys.startsWith('mod+');

export type Match = { is: 'complete'; shortcut: Shortcut } | { is: 'begun' } | { is: 'nothing' };

/** What the strokes so far amount to; of several the shortcut registered last. */
export function matchOf(strokes: readonly string[], shortcuts: readonly Shortcut[]): Match {
  const pressed = strokes.join(' ');
  const shortcut = shortcuts.findLast(({ keys }) => keys === pressed);
  if (shortcut !== undefined) return { is: 'complete', shortcut };
  return shortcuts.some(({ keys }) => keys.startsWith(`${pressed} `)) ? { is: 'begun' } : { is: 'nothing' };
}
