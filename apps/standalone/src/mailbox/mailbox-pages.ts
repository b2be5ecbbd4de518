import { html, type Html } from '../front-door/html.ts';
import { page } from '../front-door/page.ts';
import type { Mail } from './mailbox.ts';

/** What the HTML part of a mail may do when shown: look like itself and open links in a new tab. Nothing is loaded or run. */
export const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The list of mails, of one recipient if asked for. */
export function mailboxPage(mails: Mail[], to: string | undefined): string {
  const filter =
    to === undefined
      ? html`<p class="quiet">Every mail the standalone sent, newest first. Nothing leaves this machine.</p>`
      : html`<p class="quiet">To ${to}. <a href="/mailbox">Show all</a></p>`;
  const rows = mails.map(
    (mail) =>
      html`<tr>
        <td><a href="/mailbox/${mail.id}">${mail.subject || '(no subject)'}</a></td>
        <td>${mail.event ?? ''}</td>
        <td>${mail.to.map(recipientLink)}</td>
        <td>${time(mail)}</td>
      </tr>`,
  );
  const list =
    rows.length === 0
      ? html`<p>No mail yet.</p>`
      : html`<table>
          <thead>
            <tr>
              <th>Subject</th>
              <th>About</th>
              <th>To</th>
              <th>Received</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>`;
  return page(
    'Mailbox',
    html`${filter}${list}
      <p>
        <small>As JSON: <a href="/mailbox.json">/mailbox.json</a>, filtered by ?to= and ?after=</small>
      </p>`,
  );
}

/** One mail: the HTML part in a frame that can do nothing, the text part below. */
export function mailPage(mail: Mail): string {
  const pretty =
    mail.html === null
      ? html``
      : html`<iframe
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src="/mailbox/${mail.id}/html"
          title="HTML part"
        ></iframe>`;
  return page(
    mail.subject,
    html`<p>From ${mail.from} to ${mail.to.map(recipientLink)}, ${time(mail)}</p>
      ${pretty}
      <h2>Text part</h2>
      <pre>${mail.text}</pre>`,
  );
}

/** The HTML part as it is, to be served with {@link mailPolicy}. */
export function mailDocument(mail: Mail): string {
  return `<!doctype html><base target="_blank">${mail.html ?? ''}`;
}

const readable = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

const time = ({ receivedAt }: Mail): Html =>
  html`<time datetime="${receivedAt}">${readable.format(new Date(receivedAt))}</time>`;

function recipientLink(address: string): Html {
  return html`<a href="/mailbox?to=${encodeURIComponent(address)}">${address}</a> `;
}
