/** Something that is the operator's to put right; its message is all they need to see. */
export class OperatorError extends Error {
  name = 'OperatorError';
}
