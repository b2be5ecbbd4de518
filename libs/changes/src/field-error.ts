/** One thing wrong with one field; `path` is a JSON pointer such as `/timeZone`. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}
