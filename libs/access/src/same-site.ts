import { DomainError } from '@imprimatur/kernel';
import type { PublicUrl } from '@imprimatur/service-kit';
import type { FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends its cookies whoever made it send the request, so a request that changes something with them must show that our own
 * pages sent it. Throws `session.cross-site`.
 */
export function assertSameSite(request: FastifyRequest, publicUrl: PublicUrl): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const { origin, host } = request.headers;
  if (site === undefined && origin !== undefined && (origin === publicUrl.origin || hostOf(origin) === host)) return;
  throw new DomainError('forbidden', 'session.cross-site', 'This request did not come from a page of this product.');
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
