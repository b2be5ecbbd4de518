import type { FastifyRequest } from 'fastify';

/** Who a request comes from, once the guard has verified it. */
export interface RequestIdentity {
  memberId: string;
  workspaceId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    identity?: RequestIdentity;
  }
}

export const identityOf = (request: FastifyRequest): RequestIdentity | null => request.identity ?? null;
