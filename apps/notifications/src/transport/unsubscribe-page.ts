import Handlebars from 'handlebars';
import { createHash } from 'node:crypto';
import { classNames } from '../domain/event-classes.ts';
import type { SubscriptionDetail } from '../persistence/subscription.view.ts';

const styles = `
:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--edge:#d8dee4;--ink:#1f2328;--soft:#57606a;--act:#1a56c4}
@media (prefers-color-scheme:dark){:root{--page:#0d1117;--card:#161b22;--edge:#30363d;--ink:#e6edf3;--soft:#9da7b3;--act:#2f6fe0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--page);color:var(--ink);
font:16px/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}
main{width:100%;max-width:460px;background:var(--card);border:1px solid var(--edge);border-radius:12px;padding:32px}
.from{margin:0 0 20px;font-size:14px;color:var(--soft);overflow-wrap:anywhere}.from b{color:var(--ink)}
h1{margin:0 0 12px;font-size:22px;line-height:1.3;font-weight:650;text-wrap:balance}
p{margin:0 0 12px}p:last-child{margin-bottom:0}
button{margin:12px 0 20px;padding:11px 20px;border:0;border-radius:8px;background:var(--act);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(1.08)}button:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.soft{color:var(--soft);font-size:14px}
@media (max-width:480px){main{padding:24px 20px}button{width:100%}}`;

/** Nothing may be loaded or run; the one form may only be sent back to where it came from. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const layout = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Imprimatur</title>
<style>${styles}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;

const from =
  '<p class="from"><b>Imprimatur</b>{{#if workspaceName}} &nbsp;·&nbsp; <bdi>{{workspaceName}}</bdi>{{/if}}</p>';
const again = 'You can turn them on again in your notification settings.';

const confirm = Handlebars.compile<unknown>(
  layout(
    'Unsubscribe',
    `${from}
<h1>Stop mails about {{about}}?</h1>
<p>All other mails go on as before.</p>
<form method="post"><button>Stop these mails</button></form>
<p class="soft">${again}</p>`,
  ),
  { strict: true },
);

const done = Handlebars.compile<unknown>(
  layout(
    'Unsubscribed',
    `${from}
<h1>No more mails about {{about}}</h1>
<p>All other mails go on as before.</p>
<p class="soft">${again}</p>`,
  ),
  { strict: true },
);

const contextOf = ({ workspaceName, eventClass }: SubscriptionDetail) => ({
  workspaceName,
  about: classNames[eventClass],
});

/** Asks; the button acts. */
export const confirmPage = (subscription: SubscriptionDetail): string => confirm(contextOf(subscription));

export const donePage = (subscription: SubscriptionDetail): string => done(contextOf(subscription));

export const unknownLinkPage = layout(
  'Unknown link',
  `<p class="from"><b>Imprimatur</b></p>
<h1>This link is not one of ours</h1>
<p>Perhaps it was not copied whole. Open it from the mail once more, or use your notification settings.</p>`,
);
