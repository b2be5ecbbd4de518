import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { sqlColours } from './sql-colours.ts';

const shown = (label: string): Extension => [
  lineNumbers(),
  highlightSpecialChars(),
  syntaxHighlighting(sqlColours),
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
];

/** To be read, and reached by keyboard to be scrolled and copied. */
export const reading = (label: string): Extension => [
  shown(label),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
];

/** The page itself has something else for Ctrl or ⌘ with Enter. */
const typing = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

export const editing = (label: string): Extension => [
  shown(label),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion(),
  highlightActiveLine(),
  lintGutter(),
  keymap.of([...closeBracketsKeymap, ...typing, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
];
