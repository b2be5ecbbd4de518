import { z } from 'zod';

/** What a member looks for in names. */
export const SearchText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds a character that no name has');

/** As a pattern: the text as it is, anywhere, in capitals or not; null for none. */
export const containing = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
