/** What members name may be written from right to left, and turns nothing of the sentence around it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
