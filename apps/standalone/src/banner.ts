import { relative } from 'node:path';
import type { StandaloneConfig } from './config.ts';
import { demoMembers, DEMO_PASSWORD } from './seeds/demo-people.ts';
import type { Standalone } from './standalone.ts';

/** What a newcomer needs to know, on one screen. */
export function banner(standalone: Standalone, config: StandaloneConfig, seconds: number): string {
  const { url, dataPlace } = standalone;
  const near = relative(process.cwd(), config.home);
  const home = near.startsWith('..') ? config.home : near;
  const data = dataPlace.startsWith(config.home) ? home : `${home}, the database in ${dataPlace}`;
  const members = demoMembers.map(({ email, roleName }) => `    ${email.padEnd(22)} ${roleName}`);
  return `
  Imprimatur is ready (${seconds.toFixed(1)} s, ${config.bus === 'kafka' ? 'over Apache Kafka' : 'local bus'})

  Start here   ${url}/
  API docs     ${url}/api/docs
  Mailbox      ${url}/mailbox
  Data, keys   ${data}

  Members of Acme (approvals on), Story and Solo, password ${DEMO_PASSWORD}
${members.join('\n')}

  npm run demo plays the main story against it. Ctrl-C stops everything.
`;
}
