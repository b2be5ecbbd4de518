import { demoMembers, DEMO_PASSWORD, demoWorkspaces } from '../seeds/demo-people.ts';
import { html, type Html } from './html.ts';
import { signInCommand } from './later-page.ts';
import { page } from './page.ts';

/**
 * What is there until there is a console: the links, and who can sign in. `request` is where a mail about a request leads to, if there
 * is one.
 */
export function startPage(url: string, request: string | undefined): string {
  const members = demoMembers.map(
    ({ name, email, roleName }) =>
      html`<tr>
        <td>${name}</td>
        <td>${email}</td>
        <td>${roleName}</td>
        <td><a href="/mailbox?to=${encodeURIComponent(email)}">mail</a></td>
      </tr>`,
  );
  const workspaces = demoWorkspaces.map(
    ({ name, slug, description }) => html`<li><b>${name}</b> (<code>${slug}</code>): ${description}</li>`,
  );
  return page(
    'Approval flows for reverse ETL',
    html`<p>Models and syncs are drafted, reviewed by mail, approved, and only then published and run.</p>
      <ul>
        <li><a href="/api/docs">The API</a>, and its <a href="/api/openapi.json">OpenAPI 3.1 document</a></li>
        <li>
          <a href="/mailbox">The mailbox</a> with every mail that was sent, and the same
          <a href="/mailbox.json">as JSON</a>
        </li>
        <li><a href="/health/ready">Health</a> of the services</li>
      </ul>
      <h2>Try it from a shell</h2>
      <p>Sign in as Erin, who approves and publishes, and list the models of Acme:</p>
      <pre>
${signInCommand(url, 'Erin')}
curl -s ${url}/api/v1/models -H "authorization: Bearer $TOKEN"</pre>
      ${pending(request)}
      <h2>Workspaces</h2>
      <ul>
        ${workspaces}
      </ul>
      <h2>Members</h2>
      <p>
        Each of them is in all three workspaces, with the password <code>${DEMO_PASSWORD}</code>. Dana drafts and
        submits, Erin approves and publishes, Ada switches approvals on and off.
      </p>
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>E-mail</th>
            <th>Role</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${members}
        </tbody>
      </table>`,
  );
}

const pending = (request: string | undefined): Html =>
  request === undefined
    ? html``
    : html`<p>
        <a href="${request}">The first request</a> is Dana's, and Erin got a mail about it: how to look at it and
        approve it.
      </p>`;
