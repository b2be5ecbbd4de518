import { demoMembers, DEMO_PASSWORD } from '../seeds/demo-people.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';

interface Place {
  title: string;
  what: string;
  commands: (api: string, id: string) => string[];
}

const places: Record<string, Place> = {
  approvals: {
    title: 'An approval request',
    what: 'read, decided and commented on',
    commands: (api, id) => [
      '# What would go live. The ETag says what you saw.',
      `curl -si ${api}/approval-requests/${id} -H "authorization: Bearer $TOKEN"`,
      '',
      '# Approve & publish exactly that: with the value of the ETag, quotes and all.',
      `curl -s ${api}/approval-requests/${id}/approve -H "authorization: Bearer $TOKEN" \\`,
      `  -H 'content-type: application/json' -H 'if-match: "…"' -d '{}'`,
    ],
  },
  models: { title: 'A model', what: 'read and edited', commands: (api, id) => reading(`${api}/models/${id}`) },
  syncs: { title: 'A sync', what: 'read and edited', commands: (api, id) => reading(`${api}/syncs/${id}`) },
};

const reading = (url: string): string[] => [
  '# What is published, what is drafted, and how you may save.',
  `curl -s ${url} -H "authorization: Bearer $TOKEN"`,
];

/** How to sign in from a shell; the token is in `$TOKEN` afterwards. */
export function signInCommand(url: string, name: string): string {
  const email = demoMembers.find((member) => member.name === name)?.email ?? '';
  const credentials = JSON.stringify({ email, password: DEMO_PASSWORD, workspace: 'acme', transport: 'bearer' });
  return [
    `TOKEN=$(curl -s ${url}/api/v1/session -H 'content-type: application/json' \\`,
    `  -d '${credentials}' \\`,
    `  | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`,
  ].join('\n');
}

/**
 * What stands where the links in mails lead until there is a console: how to do the same over the API. It knows no more of the thing
 * than its address, and says the same whether there is such a thing or not. Undefined for any other path.
 */
export function laterPage(url: string, pathname: string): string | undefined {
  if (pathname === '/set-password') return passwordPage(url);
  const [, kind = '', id = ''] = /^\/(approvals|models|syncs)\/([\da-f-]{36})\/?$/i.exec(pathname) ?? [];
  const place = places[kind];
  if (place === undefined) return undefined;
  const commands = [
    '# Sign in as Erin, who may approve. The workspace is the one in the subject of the mail, in small letters.',
    signInCommand(url, 'Erin'),
    '',
    ...place.commands(`${url}/api/v1`, id),
  ];
  return page(place.title, explained(place.what, commands.join('\n')));
}

/** The token stands behind the # of the address, which the browser keeps to itself. */
function passwordPage(url: string): string {
  const commands = [
    '# LINK is the whole address of this page, as it stands in the mail. It works once.',
    `LINK='${url}/set-password#token=…'`,
    `curl -si ${url}/api/v1/session/password -H 'content-type: application/json' \\`,
    '  -d "{\\"token\\":\\"${LINK#*#token=}\\",\\"password\\":\\"ten letters or more\\"}"',
  ];
  return page('A new password', explained('chosen', commands.join('\n')));
}

/** The page for a path that leads nowhere. */
export function nothingHerePage(title: string): string {
  return page(title, html`<p>Perhaps <a href="/">the start page</a> has what you look for.</p>`);
}

const explained = (what: string, commands: string): Html =>
  html`<p>The console, where it will be ${what}, comes later. Until then, the same from a shell:</p>
    <pre>${commands}</pre>
    <p>All there is to call is described in <a href="/api/docs">the API</a>.</p>`;
