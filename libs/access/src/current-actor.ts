import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AccessToken } from './access-token.ts';
import type { Actor } from './directory.ts';

/** The member who sends the request; on guarded endpoints only. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new Error('a public endpoint has no actor');
  return actor;
});

/** The verified token of the request; on guarded endpoints only. For answers that outlast a moment. */
export const CurrentToken = createParamDecorator((_: unknown, context: ExecutionContext): AccessToken => {
  const { accessToken } = context.switchToHttp().getRequest<FastifyRequest>();
  if (accessToken === undefined) throw new Error('a public endpoint has no token');
  return accessToken;
});
