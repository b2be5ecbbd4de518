import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

/** Every violation of the folder rules below a folder, as `rule: file`. */
async function violationsIn(folder: string): Promise<string[]> {
  const args = [depcruise, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }).catch(
    (failure: { stdout?: string }) => {
      if (failure.stdout) return { stdout: failure.stdout };
      throw failure;
    },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

describe('the folder rules', () => {
  it('fire on everything that breaks one, and on nothing else', async () => {
    const one = 'apps/one/src';
    const ofConsole = 'apps/console/src';
    expect(await violationsIn(join(root, 'test/architecture/fixtures'))).toEqual([
      `domain-is-pure: ${one}/domain/impure.ts`,
      `domain-is-pure: ${one}/domain/knows-use-case.ts`,
      `features-do-not-know-each-other: ${ofConsole}/features/approvals/knows-neighbour.ts`,
      `libs-are-entered-by-the-front: ${one}/use-cases/enters-by-the-back.ts`,
      `no-circular: ${one}/domain/circle-a.ts`,
      `only-messaging-talks-to-kafka: ${one}/use-cases/knows-kafka.ts`,
      `only-the-app-knows-features: ${ofConsole}/components/knows-feature.ts`,
      `persistence-knows-only-the-domain: ${one}/persistence/knows-use-case.repository.ts`,
      `product-code-does-not-use-test-code: ${one}/use-cases/uses-test-code.ts`,
      `services-do-not-know-each-other: ${one}/use-cases/knows-neighbour.ts`,
      `the-console-knows-only-pure-libs: ${ofConsole}/features/models/knows-messaging.ts`,
      `transport-reads-only-views: ${one}/transport/writes.controller.ts`,
      `use-cases-do-not-know-the-edge: ${one}/use-cases/knows-edge.ts`,
    ]);
  });
});
