import Handlebars from 'handlebars';
import type { Letter } from '../../domain/letter.ts';
import { letterHtml } from './letter.html.ts';
import { letterStyles } from './letter-styles.ts';
import { letterText } from './letter.text.ts';

const strict = { strict: true, knownHelpersOnly: true };
const html = Handlebars.compile<unknown>(letterHtml, strict);
const text = Handlebars.compile<unknown>(letterText, { ...strict, noEscape: true });

const signs = { same: '', added: '+', removed: '−', gap: '' };

/** Everything that people typed is escaped by the template. */
export function renderHtml(letter: Letter): string {
  return html({ ...letter, signs, marks: letterStyles.marks });
}

export function renderPlainText(letter: Letter): string {
  return text(letter);
}
