import { parseArgs } from 'node:util';

/** Something that is the operator's to put right; its message is all they need to see. */
export class OperatorError extends Error {}

/**
 * Runs an operator's command: prints its help when asked, reads its options, and turns what went wrong into a sentence and exit code 1.
 * `options` as for `parseArgs`; `work` gets their values and the words that are not options.
 */
export async function commandLine({ help, options = {}, work }) {
  if (process.argv.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    await work(values, positionals);
  } catch (error) {
    const expected =
      error instanceof OperatorError ||
      ['DomainError', 'ConfigError'].includes(error.name) ||
      error.code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${expected ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
