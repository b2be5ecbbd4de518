import type { FieldError } from 'react-hook-form';
import { strings } from '../../strings/en.ts';

const { fieldErrors } = strings;

/** What stands below a field that was not accepted, in words; nothing where all is well. */
export function errorText(error: FieldError | undefined): string | undefined {
  if (error === undefined) return undefined;
  const says: Record<string, string> = {
    too_small: fieldErrors.needed,
    invalid_type: fieldErrors.needed,
    too_big: fieldErrors.tooLong,
    invalid_format: fieldErrors.format,
  };
  return says[error.type] ?? error.message ?? fieldErrors.format;
}
