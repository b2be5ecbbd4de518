// npm run services: the five services as five processes, as compose and Kubernetes run them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { defaultPorts } from '@imprimatur/contracts';
import { blueprints } from '@imprimatur/standalone';
import { commandLine } from './operator/command-line.mjs';
import { busVariables, databaseVariables, environmentOf, servicesNamed } from './operator/environment.mjs';
import { OperatorError } from './operator/operator-error.mjs';
import { sentenceFor } from './operator/sentence-for.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const portsText = Object.entries(defaultPorts)
  .map(([service, port]) => `  ${service.padEnd(15)} ${port}`)
  .join('\n');

await commandLine({
  help: `Usage: npm run services [-- SERVICE …]

Starts the services, all or those named, each as a process of its own on its own port; Ctrl-C stops them. When one ends, all do.
Topics and schemas must be there: npm run topics, npm run migrate.

${portsText}

Environment, apart from what each service reads for itself (SIGNING_KEY_SECRET, SEALING_KEYS, LINK_SEALING_KEYS, SMTP_URL, MAIL_FROM,
PUBLIC_URL, …), but for PORT and ADMIN_PORT, which cannot be shared and are left out:
${databaseVariables}${busVariables}`,
  async work(_options, names) {
    const wanted = servicesNamed(names).map((service) => ({ service, env: ownEnvironment(service) }));
    assertUsable(wanted);
    await run(wanted);
  },
});

// Its own PORT each, and none for metrics; a common one would be taken by the first.
function ownEnvironment(service) {
  return { ...environmentOf(service), PORT: String(defaultPorts[service]), ADMIN_PORT: '' };
}

/** Asked here of all: started, the first one to end would take the others with it before they have said what they lack. */
function assertUsable(wanted) {
  const problems = wanted.flatMap(({ service, env }) => problemsOf(service, env));
  if (problems.length > 0) throw new OperatorError(problems.join('\n'));
}

function problemsOf(service, env) {
  try {
    blueprints[service].configFrom(env);
    return [];
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    return [`${service}: ${sentence}`];
  }
}

async function run(wanted) {
  const children = wanted.map(start);
  let stopping = false;
  const stop = () => {
    // Once only: a service takes a second signal as an order to end on the spot.
    if (!stopping) children.forEach(({ child }) => child.kill('SIGTERM'));
    stopping = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const first = await Promise.race(children.map(({ ended }) => ended));
  stop();
  const all = await Promise.all(children.map(({ ended }) => ended));
  process.exitCode = all.every((code) => code === 0) ? 0 : first || 1;
}

function start({ service, env }) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=TimeoutNegativeWarning', join(root, 'apps', service, 'dist', 'main.js')],
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) =>
      console.log(line.startsWith('{') ? line : `${service}: ${line}`),
    );
  }
  // Not at its exit: what it wrote last may still be on its way then.
  const ended = once(child, 'close').then(([code, signal]) => {
    console.error(`${service} ended ${code === null ? `by ${signal}` : `with exit code ${code}`}.`);
    return code ?? 1;
  });
  return { child, ended };
}
