import { useSyncExternalStore } from 'react';

const KEY = 'imprimatur.shortcuts';
const listeners = new Set<() => void>();

/** Whether single keys do anything, in this browser. Some people's software speaks or types them by accident. */
export const areShortcutsOn = (): boolean => window.localStorage.getItem(KEY) !== 'off';

export function switchShortcuts(on: boolean): void {
  if (on) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, 'off');
  for (const listener of listeners) listener();
}

export function useAreShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areShortcutsOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
