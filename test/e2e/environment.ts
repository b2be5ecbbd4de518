import { randomBytes } from 'node:crypto';
import type { OutsideWorld } from './outside-world.ts';

const key = (): string => randomBytes(32).toString('base64');

/** The variables that all services of one world share, as an operator would set them. */
export function environmentOf(outside: OutsideWorld): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://imprimatur.test',
    SMTP_URL: outside.mails.url,
    MAIL_FROM: 'Imprimatur <approvals@imprimatur.test>',
    SEALING_KEYS: `test:${key()}`,
    LINK_SEALING_KEYS: `links:${key()}`,
    SIGNING_KEY_SECRET: key(),
  };
}
