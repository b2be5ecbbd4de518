import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import classes from './SqlEditor.module.css';

const named = (name: string): string => classes[name] ?? name;

/** Which words are coloured; the colours themselves stand in the style sheet, light and dark side by side. */
export const sqlColours = HighlightStyle.define([
  { tag: tags.keyword, class: named('keyword') },
  { tag: [tags.string, tags.special(tags.string)], class: named('string') },
  { tag: [tags.number, tags.bool, tags.null], class: named('number') },
  { tag: tags.typeName, class: named('type') },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], class: named('comment') },
]);
