import { contentHash, DomainError } from '@imprimatur/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { identityOf } from './request-identity.ts';

/** What a command carries besides its content: who, why, and whether it may be a repeat. */
export interface CommandRequest {
  actorId: string | null;
  workspaceId: string | null;
  correlationId: string;
  traceparent: string | null;
  idempotencyKey: string | null;
  /** Hash of method, path and body: a key that is used again must be used for the same thing. */
  fingerprint: string;
}

const single = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);

export function commandRequestOf(request: FastifyRequest): CommandRequest {
  const identity = identityOf(request);
  const key = single(request.headers['idempotency-key']);
  if (key !== null && !/^[\x21-\x7e]{1,128}$/.test(key))
    throw new DomainError(
      'invalid',
      'idempotency-key.invalid',
      'An Idempotency-Key is 1 to 128 visible ASCII characters.',
    );
  return {
    actorId: identity?.memberId ?? null,
    workspaceId: identity?.workspaceId ?? null,
    correlationId: request.id,
    traceparent: single(request.headers.traceparent),
    idempotencyKey: key,
    fingerprint: contentHash([request.method, request.url, single(request.headers['if-match']), request.body ?? null]),
  };
}

/** Reads the envelope for {@link Command}; by it the OpenAPI document knows which endpoints take an Idempotency-Key. */
export const readCommand = (_: unknown, context: ExecutionContext): CommandRequest =>
  commandRequestOf(context.switchToHttp().getRequest<FastifyRequest>());

/** The command's envelope, for {@link Commands.run}. */
export const Command = createParamDecorator(readCommand);
