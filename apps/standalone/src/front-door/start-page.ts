import { demoMembers, DEMO_PASSWORD, demoWorkspaces } from '../seeds/demo-people.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** What is there until there is a console: the links, and who can sign in. */
export function startPage(): string {
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
        <li><a href="/health/ready">What the services say about themselves</a></li>
      </ul>
      <h2>Workspaces</h2>
      <ul>
        ${workspaces}
      </ul>
      <h2>Members</h2>
      <p>
        All of them sign in with the password <code>${DEMO_PASSWORD}</code>: <code>POST /api/v1/session</code> with
        email, password and workspace.
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
