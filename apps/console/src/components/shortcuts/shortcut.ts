/** One thing that the keyboard does where it is registered. */
export interface Shortcut {
  /** `j`, `?`, `Enter`, `mod+k` (Ctrl or ⌘), or one after the other: `g m`. Nothing that decides may hang on a key without `mod`. */
  keys: string;
  /** What it does, for the list of shortcuts. */
  says: string;
  run: () => void;
}

/** What belongs together in the list of shortcuts. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}
