import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import { indexOfPosition } from './index-of-position.ts';

export interface ErrorAt {
  message: string;
  /** Counted in characters from 1, in the query without the space around it; nothing where nobody knows. */
  position: number | undefined;
}

/** Marks the word where the source says the error is. */
export function diagnosticsAt(state: EditorState, error: ErrorAt | null): Diagnostic[] {
  if (error?.position === undefined) return [];
  const text = state.doc.toString();
  const at = indexOfPosition(text, error.position);
  const word = state.wordAt(at);
  const from = word?.from ?? Math.min(at, Math.max(0, text.length - 1));
  const to = word?.to ?? Math.min(from + 1, text.length);
  return [{ from, to, severity: 'error', message: error.message }];
}
