import { relative } from 'node:path';
import type { StandaloneConfig } from './config.ts';
import { demoMembers, DEMO_PASSWORD, demoWorkspaces } from './seeds/demo-people.ts';
import type { Standalone } from './standalone.ts';

const whatFor: Record<string, string> = {
  Ada: 'switches approvals on and off',
  Erin: 'approves and publishes',
  Dana: 'drafts and submits',
};

/** What a newcomer needs to know, on one screen. */
export function banner(standalone: Standalone, config: StandaloneConfig, seconds: number): string {
  const { url, dataPlace } = standalone;
  const near = relative(process.cwd(), config.home);
  const home = near.startsWith('..') ? config.home : near;
  const data = dataPlace.startsWith(config.home) ? home : `${home}, the database in ${dataPlace}`;
  const members = demoMembers.map(({ name, email, roleName }) =>
    `    ${email.padEnd(22)} ${roleName.padEnd(24)}${whatFor[name] ?? ''}`.trimEnd(),
  );
  const slugs = demoWorkspaces.map(({ slug, requireApprovals }) =>
    requireApprovals ? `${slug} (approvals on)` : slug,
  );
  return `
  Imprimatur is ready (${seconds.toFixed(1)} s, ${config.bus === 'kafka' ? 'over Apache Kafka' : 'local bus'})

  Start here   ${url}/
  API docs     ${url}/api/docs
  Mailbox      ${url}/mailbox
  Data, keys   ${data}

  Workspaces   ${slugs.join(', ')}
  Password     ${DEMO_PASSWORD}
  Members, each of them in all three workspaces:
${members.join('\n')}

  npm run demo plays the main story against it. Ctrl-C stops everything.
`;
}
