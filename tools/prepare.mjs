// Installs and builds when that is missing or out of date; quick when there is nothing to do. Runs on any Node from 20 on, before
// anything is installed, hence without dependencies. --install-only leaves the build to whoever called.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const consoleFolder = join(root, 'apps', 'console');
const windows = process.platform === 'win32';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);

if (!isInstalled()) install();
if (!process.argv.includes('--install-only')) {
  const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  const tool = (...path) => join(root, 'node_modules', ...path);
  const compile = () => run(node, [tool('typescript', 'bin', 'tsc'), '-b', 'apps/standalone/tsconfig.lib.json']);
  const bundle = () => run(node, [tool('vite', 'bin', 'vite.js'), 'build', 'apps/console', '--logLevel', 'warn']);
  build('built', 'Building (tsc -b)', compile, hashOfServices);
  build('console-built', 'Building the console (vite build)', bundle, hashOfConsole);
}

/** Whether every package of the lock file is there in its version, by what npm noted down when it installed. */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(noted);
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      !path.startsWith('node_modules/') ||
      (path in found ? found[path].version === version : optional === true || devOptional === true),
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install() {
  timed('Installing the packages (npm ci); this takes about a minute', () =>
    run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

/** Does the work unless the last time it succeeded was of exactly these sources. */
function build(name, title, work, hashOf) {
  const stamp = join(root, 'node_modules', '.imprimatur', name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf()) return;
  timed(title, work);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hashOf());
}

function hashOfServices() {
  const files = [join(root, 'tsconfig.base.json')];
  for (const group of ['apps', 'libs']) collect(join(root, group), files);
  const sources = files.filter((file) => !file.startsWith(consoleFolder));
  // A package that lost its dist is not built, whatever its sources say.
  const built = sources
    .filter((file) => file.endsWith('tsconfig.lib.json'))
    .map((file) => join(dirname(file), 'dist', 'index.js'));
  return hashOf(sources, built);
}

/** The console and the packages that it may take code from; what it is built with is in the lock file. */
function hashOfConsole() {
  const files = [join(root, 'tsconfig.base.json'), join(root, 'package-lock.json')];
  const libs = ['contracts', 'abilities', 'changes', 'kernel'].map((name) => join(root, 'libs', name));
  for (const folder of [consoleFolder, ...libs]) collect(folder, files);
  return hashOf(files, [join(consoleFolder, 'dist', 'index.html')]);
}

function hashOf(sources, built) {
  const hash = createHash('sha256');
  for (const file of sources.sort()) hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  for (const file of built.sort()) hash.update(String(existsSync(file)));
  return hash.digest('hex');
}

function collect(folder, files) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules') collect(path, files);
    else if (/(?<!\.spec)\.(ts|tsx|json|css|html|svg|js)$/.test(entry.name)) files.push(path);
  }
}

function timed(what, work) {
  process.stderr.write(`${what} …\n`);
  const started = Date.now();
  work();
  process.stderr.write(`… done in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (error) fail(`${command} could not be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
