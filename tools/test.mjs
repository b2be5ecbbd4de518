// npm test: every suite, or those named on the command line, and one closing line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNoKafka } from '../apps/standalone/src/kafka/kafka-jars.ts';
import { whyNoBrowser } from '../test/console/chromium.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const warnings = ['ExperimentalWarning', 'TimeoutNegativeWarning'].map((name) => `--disable-warning=${name}`);
const flags = ['--experimental-vm-modules', ...warnings];

const AT_MOST_AGAIN = 5;

const [noKafka, noBrowser] = await Promise.all([withoutKafka(), withoutBrowser()]);
const scratch = mkdtempSync(join(tmpdir(), 'imprimatur-jest-'));
const first = run(['--maxWorkers=100%', ...process.argv.slice(2)], 'first');
const again = shaky(first) ? run(['--runInBand', '--runTestsByPath', ...first.failedSuites], 'again') : null;
const passed = first.passed + (again?.passed ?? 0) - (again ? first.passedInFailedSuites : 0);
const failed = again?.failed ?? first.failed;
rmSync(scratch, { recursive: true, force: true });
if (again?.failed === 0) console.log(`Failed once and passed when run again, alone: ${names(first.failedSuites)}`);
if (noKafka !== null) console.log(`The suites on Apache Kafka were left out. ${noKafka}`);
if (noBrowser !== null) console.log(`The suites in a browser were left out. ${noBrowser}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = (again ?? first).status === 0 && failed === 0 ? 0 : 1;

/** Why the Kafka suites cannot run, or null. With KAFKA=required they are never left out: then the run fails instead. */
async function withoutKafka() {
  if (process.env.KAFKA_BROKERS || process.env.KAFKA === 'required') return null;
  return await whyNoKafka();
}

/** The same for a browser and BROWSER=required. */
async function withoutBrowser() {
  return process.env.BROWSER === 'required' ? null : await whyNoBrowser();
}

function run(args, name) {
  const report = join(scratch, `${name}.json`);
  const { status } = spawnSync(process.execPath, [...flags, jest, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    // Jest prints its progress to stderr and, told to report as JSON, the report to stdout.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, TEST_KAFKA: noKafka === null ? '1' : '0', TEST_BROWSER: noBrowser === null ? '1' : '0' },
  });
  return { status, ...outcomeOf(report) };
}

/** With TEST_AGAIN a few suites that fail get a second chance without neighbours: on a machine that was too busy they pass, with a bug they do not. */
function shaky({ failedSuites }) {
  return Boolean(process.env.TEST_AGAIN) && failedSuites.length > 0 && failedSuites.length <= AT_MOST_AGAIN;
}

function names(files) {
  return files.map((file) => relative(root, file)).join(', ');
}

/** A suite that could not be run counts as one failure; so does a run that ended without a report. */
function outcomeOf(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failing = report.testResults.filter((suite) => suite.status === 'failed');
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      failedSuites: failing.map((suite) => suite.name),
      passedInFailedSuites: failing
        .flatMap((suite) => suite.assertionResults)
        .filter(({ status }) => status === 'passed').length,
    };
  } catch {
    return { passed: 0, failed: 1, failedSuites: [], passedInFailedSuites: 0 };
  }
}
