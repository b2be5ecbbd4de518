import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Failure } from '../../domain/delivery.ts';
import { withoutSecret } from '../../domain/without-secret.ts';
import type { OutgoingMail } from '../../use-cases/outgoing-mail.ts';
import { composeMessage } from './compose-message.ts';
import { MailSettings } from './mail-settings.ts';
import { smtpFailureOf } from './smtp-failure.ts';

/** As many as connections, so that no mail waits for one while its lease runs out. */
export const SMTP_CONNECTIONS = 5;

/** How long one mail may take at most, whatever the server does. */
export const SMTP_DEADLINE_SECONDS = 90;

@Injectable()
export class Smtp implements OnModuleDestroy {
  private readonly transport: ReturnType<typeof transportTo>;

  constructor(private readonly settings: MailSettings) {
    this.transport = transportTo(settings.smtpUrl);
  }

  /** Null when the server took the mail. */
  async post(mail: OutgoingMail): Promise<Failure | null> {
    const message = composeMessage(mail, this.settings);
    try {
      await this.transport.sendMail({ ...message, signal: AbortSignal.timeout(SMTP_DEADLINE_SECONDS * 1_000) });
      return null;
    } catch (error) {
      const failure = smtpFailureOf(error);
      return { ...failure, message: withoutSecret(failure.message, mail.secret) };
    }
  }

  onModuleDestroy(): void {
    this.transport.close();
  }
}

const transportTo = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: SMTP_CONNECTIONS,
    maxMessages: 100,
    // Trying again is decided by the mail's row, which others can see; the pool must not do it on its own.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    requireTLS: hasPassword(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** A password is never sent in the clear, unless the URL says so itself with `?requireTLS=false`. */
const hasPassword = (url: string): boolean => new URL(url).password !== '';
