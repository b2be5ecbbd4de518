// npm run services: the five services as five processes, as compose and Kubernetes run them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { defaultPorts } from '@imprimatur/contracts';
import { commandLine } from './operator/command-line.mjs';
import { busVariables, databaseUrlOf, databaseVariables, servicesNamed } from './operator/environment.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const portsText = Object.entries(defaultPorts)
  .map(([service, port]) => `  ${service.padEnd(15)} ${port}`)
  .join('\n');

await commandLine({
  help: `Usage: npm run services [-- SERVICE …]

Starts the services, all or those named, each as a process of its own on its own port; Ctrl-C stops them. When one ends, all do.
Topics and schemas must be there: npm run topics, npm run migrate.

${portsText}

Environment, apart from what each service reads for itself (SIGNING_KEY_SECRET, SEALING_KEYS, SMTP_URL, MAIL_FROM, PUBLIC_URL, …):
${databaseVariables}${busVariables}`,
  work: (_options, names) => run(servicesNamed(names)),
});

async function run(names) {
  const children = names.map(start);
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

function start(service) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=TimeoutNegativeWarning', join(root, 'apps', service, 'dist', 'main.js')],
    {
      // Its own PORT each; a common one would be taken by the first.
      env: { ...process.env, DATABASE_URL: databaseUrlOf(service), PORT: String(defaultPorts[service]) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) =>
      console.log(line.startsWith('{') ? line : `${service}: ${line}`),
    );
  }
  return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1))) };
}
