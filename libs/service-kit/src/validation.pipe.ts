import { DomainError, type FieldError } from '@imprimatur/kernel';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';

const pointer = (path: StandardSchemaV1.Issue['path']): string =>
  (path ?? []).map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join('');

/** zod's issues carry a code; Standard Schema does not promise one. */
const codeOf = (issue: StandardSchemaV1.Issue): string => {
  const code = (issue as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'invalid';
};

export function fieldErrors(issues: readonly StandardSchemaV1.Issue[]): FieldError[] {
  return issues
    .slice(0, 100)
    .map((issue) => ({ path: pointer(issue.path), code: codeOf(issue), message: issue.message }));
}

/** Checks what comes in against the endpoint's schema; what does not fit is answered field by field. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError('invalid', 'input.invalid', 'The input does not fit. See the fields.', {
        fields: fieldErrors(issues),
      }),
  });
