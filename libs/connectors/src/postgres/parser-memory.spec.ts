import { sourceFlags, workspaceRoot } from '@imprimatur/testing';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// Linux's own count: the resource usage of a child begins with that of the process it was forked from.
const program = `
  import { readFileSync } from 'node:fs';
  const { assertReadOnly } = await import('./libs/connectors/src/postgres/assert-read-only.ts');
  for (let n = 0; n < 500; n++) await assertReadOnly('select a, b from t where x = ' + n);
  console.log(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024);`;

describe('the parser of model queries', () => {
  it('never takes the hundreds of megabytes that optimising it would', async () => {
    const args = [...sourceFlags, '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: workspaceRoot });
    expect(Number(stdout)).toBeLessThan(300);
  });
});
