import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const program = `
  const { assertReadOnly } = await import('./libs/connectors/src/postgres/assert-read-only.ts');
  for (let n = 0; n < 500; n++) await assertReadOnly('select a, b from t where x = ' + n);
  console.log(process.resourceUsage().maxRSS / 1024);`;

describe('the parser of model queries', () => {
  it('never takes the hundreds of megabytes that optimising it would', async () => {
    const args = [
      '--import',
      './tools/swc-hook.mjs',
      '--conditions=@imprimatur/source',
      '--input-type=module',
      '-e',
      program,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    expect(Number(stdout)).toBeLessThan(300);
  });
});
