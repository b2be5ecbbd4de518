import { sourceFlags, workspaceRoot } from '@imprimatur/testing';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const program = `
  const { assertReadOnly } = await import('./libs/connectors/src/postgres/assert-read-only.ts');
  for (let n = 0; n < 500; n++) await assertReadOnly('select a, b from t where x = ' + n);
  console.log(process.resourceUsage().maxRSS / 1024);`;

describe('the parser of model queries', () => {
  it('never takes the hundreds of megabytes that optimising it would', async () => {
    const args = [...sourceFlags, '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: workspaceRoot });
    expect(Number(stdout)).toBeLessThan(300);
  });
});
