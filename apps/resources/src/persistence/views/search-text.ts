import { z } from 'zod';

/** What a member looks for in names. */
export const SearchText = z.string().trim().min(1).max(100);

/** As a pattern: the text as it is, anywhere, in capitals or not; null for none. */
export const containing = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
