import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { ACCESS_COOKIE } from './access-token.ts';

export interface Credential {
  kind: 'bearer' | 'cookie';
  token: string;
}

/** The access token of a request: from the Authorization header, else from the browser's cookie. */
export function credentialOf(request: FastifyRequest): Credential | null {
  const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { kind: 'bearer', token: bearer };
  const cookie = request.cookies[ACCESS_COOKIE];
  return cookie === undefined ? null : { kind: 'cookie', token: cookie };
}
