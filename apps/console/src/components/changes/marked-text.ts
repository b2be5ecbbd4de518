import { diffWordsWithSpace } from 'diff';

export interface TextPart {
  text: string;
  /** Differs from the line that stands in its place. */
  isMarked?: true;
  /** A character that cannot be seen, by its code. */
  hidden?: string;
}

/** Longer lines are no work of hands, and their words take too long to compare. */
const LONGEST = 1_000;
/** Lines that have less in common than this share of theirs were not edited but replaced: marks would only be noise. */
const LEAST_COMMON = 0.4;

/** Characters without a shape, some of which change the order that others are shown in: a query may read differently from what it does. */
const unseen = /([\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/u;

/** The text of a changed line in parts: which words differ from the line in its place, and what hides in it. */
export function markedText(text: string, beside: string | undefined): TextPart[] {
  return changedParts(text, beside).flatMap(withHiddenSeen);
}

function changedParts(text: string, beside: string | undefined): TextPart[] {
  if (beside === undefined || text.length > LONGEST || beside.length > LONGEST) return [{ text }];
  const parts = diffWordsWithSpace(beside, text);
  const common = parts.reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.trim().length),
    0,
  );
  if (common < LEAST_COMMON * Math.max(text.trim().length, beside.trim().length)) return [{ text }];
  return parts
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => ({ text: value, ...(added && { isMarked: true as const }) }));
}

function withHiddenSeen(part: TextPart): TextPart[] {
  return part.text
    .split(unseen)
    .filter((text) => text !== '')
    .map((text) => (unseen.test(text) ? { ...part, text, hidden: codeOf(text) } : { ...part, text }));
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
