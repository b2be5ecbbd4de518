// Installs and builds when that is missing or out of date; quick when there is nothing to do. Runs on any Node from 20 on, before
// anything is installed, hence without dependencies. --install-only leaves the build to whoever called.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);

if (!isInstalled()) install();
if (!process.argv.includes('--install-only') && !isBuilt()) build();

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

/** Whether the last build that succeeded was of exactly these sources. */
function isBuilt() {
  const stamp = buildStamp();
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}

function build() {
  const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  timed('Building (tsc -b)', () => run(node, [tsc, '-b', 'apps/standalone/tsconfig.lib.json']));
  mkdirSync(dirname(buildStamp()), { recursive: true });
  writeFileSync(buildStamp(), hashOfSources());
}

function buildStamp() {
  return join(root, 'node_modules', '.imprimatur', 'built');
}

function hashOfSources() {
  const files = [join(root, 'tsconfig.base.json')];
  for (const group of ['apps', 'libs']) collect(join(root, group), files);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    // A package that lost its dist is not built, whatever its sources say.
    if (file.endsWith('tsconfig.lib.json')) hash.update(String(existsSync(join(dirname(file), 'dist', 'index.js'))));
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function collect(folder, files) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'dist' && entry.name !== 'node_modules') collect(path, files);
    else if (/(?<!\.spec)\.(ts|tsx|json)$/.test(entry.name)) files.push(path);
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
