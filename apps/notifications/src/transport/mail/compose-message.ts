import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from '../../use-cases/outgoing-mail.ts';
import { oneLine } from '../../domain/readable.ts';
import type { MailSettings } from './mail-settings.ts';
import { renderHtml, renderPlainText } from './render-letter.ts';

/** The message as the SMTP client takes it. Addresses are objects and headers single lines: nothing typed by people is parsed. */
export function composeMessage(mail: OutgoingMail, { from, host }: MailSettings): SendMailOptions {
  const { to, letter, messageId, root, occasion, reason, workspace, requestId } = mail;
  return {
    from,
    to: { name: oneLine(to.name, 100), address: to.address },
    subject: letter.subject,
    messageId: `<${messageId}@${host}>`,
    ...(root === null ? {} : { inReplyTo: `<${root}@${host}>`, references: `<${root}@${host}>` }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(workspace === null ? {} : listHeaders(workspace.slug, host)),
      ...(letter.unsubscribe === null ? {} : unsubscribeHeaders(letter.unsubscribe.url)),
      'X-Imprimatur-Event': occasion,
      'X-Imprimatur-Reason': reason,
      ...(requestId === null ? {} : { 'X-Imprimatur-Request': requestId }),
    },
    text: renderPlainText(letter),
    html: renderHtml(letter),
  };
}

const listHeaders = (slug: string, host: string) => ({
  'List-Id': `<${label(slug)}.approvals.${host}>`,
  'X-Imprimatur-Workspace': label(slug),
});

/** One click in the reader's mail program (RFC 8058), without a visit to the page behind the link. */
const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** A part of a domain name, made of whatever a slug is. */
const label = (slug: string): string => slug.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
