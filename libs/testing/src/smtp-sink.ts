import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { eventually } from './eventually.ts';

export type ParsedMail = Email & {
  /** The recipients of the envelope: whom it really went to, whatever its headers say. */
  recipients: string[];
};

export interface SmtpSink {
  port: number;
  url: string;
  messages(): ParsedMail[];
  /** The first mail, present or future, that fulfils the predicate. */
  next(predicate?: (mail: ParsedMail) => boolean, timeoutMs?: number): Promise<ParsedMail>;
  clear(): void;
  /** Nobody listens on the port any more. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Recipients matching this are refused for good (550), with these words. */
  refuse(recipient: RegExp | null, words?: string): void;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent. */
export async function smtpSink(): Promise<SmtpSink> {
  const mails: ParsedMail[] = [];
  let refused: RegExp | null = null;
  let refusal = '';
  let server: SMTPServer | null = null;
  let port = 0;

  const up = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      // Clients keep idle connections open; a server that goes down does not wait for them.
      closeTimeout: 50,
      onRcptTo: ({ address }, _session, done) =>
        done(refused?.test(address) === true ? Object.assign(new Error(refusal), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        void buffer(stream)
          .then((raw) => PostalMime.parse(raw))
          .then((mail) => {
            mails.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
            done();
          }, done);
      },
    });
    // Clients that vanish in mid-session are the business of the tests that make them.
    server.on('error', () => undefined);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    port = (server.server.address() as AddressInfo).port;
  };
  const down = async (): Promise<void> => {
    const closing = server;
    server = null;
    if (closing !== null) await new Promise<void>((resolve) => closing.close(() => resolve()));
  };

  await up();
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    messages: () => [...mails],
    next: (predicate = () => true, timeoutMs = 10_000) =>
      eventually(
        () => {
          const found = mails.find(predicate);
          if (found !== undefined) return found;
          throw new Error(`no such mail among ${mails.length}: ${mails.map(({ subject }) => subject).join(' | ')}`);
        },
        { timeoutMs },
      ),
    clear: () => mails.splice(0),
    down,
    up,
    refuse: (recipient, words = 'no such mailbox') => {
      refused = recipient;
      refusal = words;
    },
    close: down,
  };
}
