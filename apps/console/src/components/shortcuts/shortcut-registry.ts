import { isChord, matchOf, strokeOf } from './key-strokes.ts';
import type { Shortcut, ShortcutGroup } from './shortcut.ts';
import { areShortcutsOn } from './shortcut-switch.ts';

/** How long the second key of a pair may take. */
const PAIR_MS = 1_500;

interface Registered {
  readonly current: ShortcutGroup;
}

const groups: Registered[] = [];
let strokes: string[] = [];
let lastStroke = 0;

/** Has a group obeyed from now on; returns how to end it. */
export function registerShortcuts(group: Registered): () => void {
  if (groups.length === 0) document.addEventListener('keydown', obey);
  groups.push(group);
  return () => {
    groups.splice(groups.indexOf(group), 1);
    if (groups.length === 0) document.removeEventListener('keydown', obey);
  };
}

/** What the keyboard does at the moment, for the list of shortcuts. */
export const presentShortcuts = (): ShortcutGroup[] =>
  groups.map(({ current }) => current).filter(({ shortcuts }) => shortcuts.length > 0);

function obey(event: KeyboardEvent): void {
  const stroke = event.defaultPrevented || event.isComposing ? null : strokeOf(event);
  if (stroke === null) return;
  const match = matchOf(strokesWith(stroke), obeyed(event.target));
  if (match.is !== 'begun') strokes = [];
  if (match.is !== 'complete') return;
  event.preventDefault();
  match.shortcut.run();
}

function strokesWith(stroke: string): string[] {
  const now = Date.now();
  strokes = now - lastStroke > PAIR_MS ? [stroke] : [...strokes, stroke];
  lastStroke = now;
  return strokes;
}

function obeyed(target: EventTarget | null): Shortcut[] {
  const all = groups.flatMap(({ current }) => current.shortcuts);
  const onlyChords = !areShortcutsOn() || takesText(target) || isDialogOpen();
  return onlyChords ? all.filter(({ keys }) => isChord(keys)) : all;
}

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

const isDialogOpen = (): boolean => document.querySelector('[role=dialog], [role=menu]') !== null;
