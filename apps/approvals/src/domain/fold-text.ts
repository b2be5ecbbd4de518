/** Text as it is searched: without the differences that people do not mean. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** What was typed into the search box: a text, and the number it may be (`#12`, `12`). */
export interface SearchedText {
  folded: string;
  number: number | null;
}

/** Null for nothing: then everything is found. */
export function searchedText(typed: string | undefined): SearchedText | null {
  const folded = foldText(typed ?? '');
  if (folded === '') return null;
  const digits = /^#?(\d{1,9})$/.exec(folded)?.[1];
  return { folded, number: digits === undefined ? null : Number(digits) };
}
