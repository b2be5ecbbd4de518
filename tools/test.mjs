// npm test: every suite, or those named on the command line, and one closing line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNoKafka } from '../apps/standalone/src/kafka/kafka-jars.ts';
import { whyNoBrowser } from '../test/console/chromium.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const warnings = ['ExperimentalWarning', 'TimeoutNegativeWarning'].map((name) => `--disable-warning=${name}`);
const flags = ['--experimental-vm-modules', ...warnings];

const [noKafka, noBrowser] = await Promise.all([withoutKafka(), withoutBrowser()]);
const scratch = mkdtempSync(join(tmpdir(), 'imprimatur-jest-'));
const report = join(scratch, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [...flags, jest, '--maxWorkers=100%', '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  {
    cwd: root,
    // Jest prints its progress to stderr and, told to report as JSON, the report to stdout.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, TEST_KAFKA: noKafka === null ? '1' : '0', TEST_BROWSER: noBrowser === null ? '1' : '0' },
  },
);
const { passed, failed } = countsOf(report);
rmSync(scratch, { recursive: true, force: true });
if (noKafka !== null) console.log(`The suites on Apache Kafka were left out. ${noKafka}`);
if (noBrowser !== null) console.log(`The suites in a browser were left out. ${noBrowser}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 ? 0 : 1;

/** Why the Kafka suites cannot run, or null. With KAFKA=required they are never left out: then the run fails instead. */
async function withoutKafka() {
  if (process.env.KAFKA_BROKERS || process.env.KAFKA === 'required') return null;
  return await whyNoKafka();
}

/** The same for a browser and BROWSER=required. */
async function withoutBrowser() {
  return process.env.BROWSER === 'required' ? null : await whyNoBrowser();
}

/** A suite that could not be run counts as one failure; so does a run that ended without a report. */
function countsOf(file) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
