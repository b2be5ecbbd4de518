import { appendFile, chmod, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  id: number;
  receivedAt: string;
  from: string;
  /** The recipients of the envelope: whom it really went to. */
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  /** What the mail is about, such as `approved`: its header X-Imprimatur-Event. */
  event: string | null;
}

const KEPT = 1_000;

/** An SMTP server on loopback that delivers nothing and shows everything. Mails outlive a restart, the newest thousand of them. */
export class Mailbox {
  readonly #file: string;
  readonly #mails: Mail[];
  readonly #server: SMTPServer;
  #stored: Promise<void> = Promise.resolve();

  private constructor(file: string, mails: Mail[]) {
    this.#file = file;
    this.#mails = mails;
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void buffer(stream)
          .then((raw) => this.#receive(raw, recipients))
          .then(() => done(), done);
      },
    });
    // A client that breaks off says so to itself; there is nobody here to tell.
    this.#server.on('error', () => undefined);
  }

  /** Starts the server on a free port. `file` holds the mails, one JSON document a line. */
  static async open(file: string): Promise<Mailbox> {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);
    // Mails hold links that sign their readers in; nobody else on the machine is to have them.
    if (lines.length > 0) await chmod(file, 0o600);
    const mailbox = new Mailbox(
      file,
      lines.slice(-KEPT).map((line) => JSON.parse(line) as Mail),
    );
    mailbox.#server.listen(0, '127.0.0.1');
    await once(mailbox.#server.server, 'listening');
    return mailbox;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Newest first; of one recipient, and newer than a mail already seen, if asked for. */
  mails(filter: { to?: string; after?: number } = {}): Mail[] {
    const to = filter.to?.toLowerCase();
    return this.#mails
      .filter((mail) => to === undefined || mail.to.some((address) => address.toLowerCase() === to))
      .filter(({ id }) => id > (filter.after ?? 0))
      .toReversed();
  }

  mail(id: number): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await this.#stored;
  }

  async #receive(raw: Buffer, to: string[]): Promise<void> {
    const { from, subject, text, html, headers } = await PostalMime.parse(raw);
    const mail: Mail = {
      id: (this.#mails.at(-1)?.id ?? 0) + 1,
      receivedAt: new Date().toISOString(),
      from: from?.address ?? '',
      to,
      subject: subject ?? '',
      text: text ?? '',
      html: html ?? null,
      event: headers.find(({ key }) => key === 'x-imprimatur-event')?.value ?? null,
    };
    this.#mails.push(mail);
    if (this.#mails.length > KEPT) this.#mails.shift();
    this.#stored = this.#stored.then(() => appendFile(this.#file, `${JSON.stringify(mail)}\n`, { mode: 0o600 }));
    await this.#stored;
  }
}
