import type {} from '@fastify/cookie';
import { ACCESS_COOKIE, ACCESS_TOKEN, assertSameSite } from '@imprimatur/access';
import { PublicUrl } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssuedTokens } from '../use-cases/session-tokens.ts';

const REFRESH_COOKIE = 'imprimatur_refresh';
const ACCESS_PATH = '/api';
/** Sent where it is used and nowhere else. */
const REFRESH_PATH = '/api/v1/session';

/** Browsers hold tokens in cookies that no script can read and that no other site can make them send. */
@Injectable()
export class SessionCookies {
  constructor(private readonly publicUrl: PublicUrl) {}

  set(reply: FastifyReply, { accessToken, refresh }: IssuedTokens): void {
    this.write(reply, ACCESS_COOKIE, ACCESS_PATH, accessToken, ACCESS_TOKEN.lifetimeSeconds);
    if (refresh !== null)
      this.write(reply, REFRESH_COOKIE, REFRESH_PATH, refresh.refreshToken, refresh.lifetimeSeconds);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, ACCESS_COOKIE, ACCESS_PATH, '', 0);
    this.write(reply, REFRESH_COOKIE, REFRESH_PATH, '', 0);
  }

  /** The refresh token a browser sent, once it is certain that one of our own pages made it. */
  refreshTokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[REFRESH_COOKIE];
    if (token === undefined || token === '') return null;
    assertSameSite(request, this.publicUrl);
    return token;
  }

  /** Signing somebody in to an account of another's choosing is an attack too. Programs name no origin and hold no cookies. */
  assertNotForeign(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin !== undefined || site !== undefined) assertSameSite(request, this.publicUrl);
  }

  private write(reply: FastifyReply, name: string, path: string, value: string, maxAge: number): void {
    const secure = this.publicUrl.origin.startsWith('https:');
    void reply.setCookie(name, value, { path, maxAge, httpOnly: true, sameSite: 'strict', secure });
  }
}
