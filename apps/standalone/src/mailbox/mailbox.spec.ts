import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailDocument, mailPage, mailboxPage } from './mailbox-pages.ts';
import { Mailbox, type Mail } from './mailbox.ts';

describe('the mailbox', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
    file = join(folder, 'mails.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const send = async (mailbox: Mailbox, to: string, subject: string): Promise<void> => {
    const transport = createTransport(mailbox.smtpUrl);
    await transport.sendMail({
      from: 'no-reply@example.com',
      to,
      subject,
      text: 'plain',
      html: '<b>pretty</b>',
      headers: { 'X-Imprimatur-Event': 'published' },
    });
    transport.close();
  };

  it('shows what it was sent, newest first, of one recipient or newer than one that is known', async () => {
    const mailbox = await Mailbox.open(file);
    try {
      await send(mailbox, 'erin@acme.example', 'first');
      await send(mailbox, 'dana@acme.example', 'second');
      expect(mailbox.mails().map(({ subject }) => subject)).toEqual(['second', 'first']);
      expect(mailbox.mails({ to: 'ERIN@acme.example' }).map(({ subject }) => subject)).toEqual(['first']);
      expect(mailbox.mail(1)).toMatchObject({ text: 'plain\n', event: 'published' });
      expect(mailbox.mails({ after: 1 }).map(({ id }) => id)).toEqual([2]);
    } finally {
      await mailbox.close();
    }
  });

  it('has its mails again after a restart, goes on counting, and keeps them from others on the machine', async () => {
    const before = await Mailbox.open(file);
    await send(before, 'erin@acme.example', 'first');
    await before.close();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    const after = await Mailbox.open(file);
    try {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await send(after, 'erin@acme.example', 'second');
      expect(after.mails().map(({ id, subject }) => [id, subject])).toEqual([
        [2, 'second'],
        [1, 'first'],
      ]);
    } finally {
      await after.close();
    }
  });
});

describe('the pages of the mailbox', () => {
  const hostile = `"><script>alert(1)</script>`;
  const mail: Mail = {
    id: 7,
    receivedAt: '2026-01-01T10:00:00.000Z',
    from: hostile,
    to: [hostile],
    subject: hostile,
    text: hostile,
    html: '<p>pretty</p>',
    event: hostile,
  };

  it('let nothing of a mail act as markup', () => {
    for (const page of [mailboxPage([mail], hostile), mailPage(mail)]) {
      expect(page).not.toContain('<script');
      expect(page).toContain('&lt;script&gt;');
    }
  });

  it('tell what each mail is about, and when it came', () => {
    const list = mailboxPage([{ ...mail, event: 'published' }], undefined);
    expect(list).toContain('<td>published</td>');
    expect(list).toContain('1 Jan 2026, 10:00:00 UTC');
  });

  it('show the HTML part only in a frame that can run nothing', () => {
    expect(mailPage(mail)).toMatch(
      /<iframe\s+sandbox="allow-popups allow-popups-to-escape-sandbox"\s+src="\/mailbox\/7\/html"/,
    );
    expect(mailPage(mail)).not.toContain('<p>pretty</p>');
    expect(mailDocument(mail)).toContain('<p>pretty</p>');
  });
});
