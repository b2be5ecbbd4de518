import { DomainError } from '@imprimatur/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Reads the tag for {@link IfMatch}; by it the OpenAPI document knows which endpoints take one. */
export function readIfMatch(_: unknown, context: ExecutionContext): string {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined)
    throw new DomainError(
      'precondition-required',
      'precondition.required',
      'Send If-Match with the ETag of what you saw, so that nothing is overwritten or decided unseen.',
    );
  const tag = /^"([^"]*)"$/.exec(header.trim())?.[1];
  if (tag === undefined)
    throw new DomainError('invalid', 'precondition.invalid', 'If-Match must be one strong ETag in double quotes.');
  return tag;
}

/** The `If-Match` of a request, without quotes. Throws `precondition.required` when it is missing, and refuses `*` and weak or several tags. */
export const IfMatch = createParamDecorator(readIfMatch);

export function setEtag(reply: FastifyReply, value: string | number): void {
  void reply.header('etag', `"${value}"`);
}
