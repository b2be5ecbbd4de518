import { parseEnv, SealingKeyList, serviceConfigFrom, serviceEnv, type ServiceConfig } from '@imprimatur/service-kit';
import { z } from 'zod';

export interface NotificationsConfig extends ServiceConfig {
  /** `smtp://user:password@host:port`, or `smtps://`. With a password, TLS is required unless `?requireTLS=false` says otherwise. */
  smtpUrl: string;
  mailFrom: { name: string; address: string };
  /** What identity-roles seals the links with that people get by mail: `keyId:base64,…`. */
  linkSealingKeys: string;
}

/** `Imprimatur <approvals@example.com>`, or the address alone. */
const Mailbox = z.string().transform((text, context) => {
  const [, name = '', address = text] = /^\s*(.*?)\s*<(.+)>\s*$/.exec(text) ?? [];
  const checked = z.email().safeParse(address.trim());
  if (checked.success) return { name: name.replaceAll('"', '') || 'Imprimatur', address: checked.data };
  context.addIssue('is not a mail address such as `Imprimatur <approvals@example.com>`');
  return z.NEVER;
});

const environment = serviceEnv('notifications').extend({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: Mailbox,
  LINK_SEALING_KEYS: SealingKeyList,
});

export function notificationsConfigFrom(env: Record<string, string | undefined>): NotificationsConfig {
  const parsed = parseEnv(environment, env);
  return {
    ...serviceConfigFrom(parsed),
    smtpUrl: parsed.SMTP_URL,
    mailFrom: parsed.MAIL_FROM,
    linkSealingKeys: parsed.LINK_SEALING_KEYS,
  };
}
