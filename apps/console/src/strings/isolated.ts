/** Letters that run from right to left, and characters that turn what follows them. */
const TURNING =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What members name may be written from right to left, and turns nothing of the sentence around it. */
export const isolated = (text: string): string => (TURNING.test(text) ? `\u2068${text}\u2069` : text);
