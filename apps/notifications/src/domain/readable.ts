/**
 * Text that people typed, made safe to show: line breaks cannot reach a header, direction marks cannot reorder what stands around
 * them, and nothing is so long that it hides the rest. Escaping for HTML is the template's business.
 */
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /[\p{Cc}\ufffe\uffff]/gu;
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where to cut: between characters as people see them, so that no emoji is cut in half. */
function end(text: string, longest: number): number {
  if (text.length <= longest) return text.length;
  let last = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, longest + 64))) {
    if (index + segment.length > longest) break;
    last = index + segment.length;
  }
  return last;
}

function shorten(text: string, longest: number): string {
  const last = end(text, longest);
  return last === text.length ? text : `${text.slice(0, last).trimEnd()}…`;
}

const moreCharacters = (text: string, longest: number): string =>
  `${(text.length - end(text, longest)).toLocaleString('en')} more characters`;

/** For subjects, names and other places of one line. */
export function oneLine(text: string, longest: number): string {
  const clean = text.toWellFormed().replace(LINE_BREAKS, ' ').replace(CONTROLS, '').replace(DIRECTION_MARKS, '');
  return shorten(clean.replace(/\s+/g, ' ').trim(), longest);
}

/** For comments: paragraphs stay, and what is left out is said. */
export function paragraphs(text: string, longest: number): string[] {
  const lines = text.toWellFormed().replace(LINE_BREAKS, '\n').replace(DIRECTION_MARKS, '').split('\n');
  const clean = lines.map((line) => line.replace(CONTROLS, ' ').trimEnd()).join('\n');
  if (clean.length <= longest) return clean.split('\n');
  return [...shorten(clean, longest).split('\n'), `(${moreCharacters(clean, longest)} in the request)`];
}

/** For code under review: what cannot be seen is spelled out, so that nobody approves something else than what they read. */
export function codeLine(text: string, longest: number): string {
  const spelled = text.toWellFormed().replace(/\t/g, '    ').replace(INVISIBLE, codePoint).replace(CONTROLS, codePoint);
  return spelled.length <= longest ? spelled : `${shorten(spelled, longest)} (${moreCharacters(spelled, longest)})`;
}

const codePoint = (character: string): string =>
  `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
