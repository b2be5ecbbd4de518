import { z } from 'zod';

/** Several values in one variable, separated by commas. */
export const listOf = <Part extends z.ZodType<unknown, string>>(part: Part) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(z.array(part));
