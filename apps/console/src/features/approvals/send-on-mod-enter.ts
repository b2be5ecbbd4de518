import type { KeyboardEvent } from 'react';

/** Ctrl or ⌘ with Enter sends a form, wherever in it the cursor stands. */
export function sendOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
