import { PublicUrl } from '@imprimatur/service-kit';
import type { FastifyReply } from 'fastify';
import { SessionCookies } from './session-cookies.ts';

const tokens = {
  accessToken: 'a',
  expiresAt: new Date('2026-03-02T09:10:00Z'),
  refresh: { refreshToken: 'r', lifetimeSeconds: 60 },
};

const writtenFor = (publicUrl: string): [string, { secure: boolean }][] => {
  const written: [string, { secure: boolean }][] = [];
  const reply = { setCookie: (name: string, _: string, options: { secure: boolean }) => written.push([name, options]) };
  new SessionCookies(new PublicUrl(publicUrl)).set(reply as unknown as FastifyReply, tokens);
  return written;
};

describe('session cookies', () => {
  it.each([
    ['https://imprimatur.example.com', true],
    ['http://localhost:8080', false],
  ])('at %s are marked secure: %p', (publicUrl, secure) => {
    expect(writtenFor(publicUrl)).toEqual([
      ['imprimatur_access', expect.objectContaining({ secure, httpOnly: true, sameSite: 'strict', path: '/api' })],
      [
        'imprimatur_refresh',
        expect.objectContaining({ secure, httpOnly: true, sameSite: 'strict', path: '/api/v1/session' }),
      ],
    ]);
  });
});
