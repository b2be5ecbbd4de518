import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from '../../use-cases/prepare-mail.ts';
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
      'List-Id': `<${label(workspace.slug)}.approvals.${host}>`,
      'X-Imprimatur-Workspace': label(workspace.slug),
      'X-Imprimatur-Event': occasion,
      'X-Imprimatur-Reason': reason,
      ...(requestId === null ? {} : { 'X-Imprimatur-Request': requestId }),
    },
    text: renderPlainText(letter),
    html: renderHtml(letter),
  };
}

/** A part of a domain name, made of whatever a slug is. */
const label = (slug: string): string => slug.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
