import { parseArgs } from 'node:util';
import { sentenceFor } from './sentence-for.mjs';

/**
 * Runs an operator's command: prints its help when asked, reads its options, and turns what went wrong into a sentence and exit code 1.
 * `options` as for `parseArgs`; `work` gets their values and the words that are not options.
 */
export function commandLine({ help, options = {}, work }) {
  return explained(help, (args) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return work(values, positionals);
  });
}

/** The same for a command that reads its words itself. */
export async function explained(help, work) {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(help);
    return;
  }
  try {
    await work(args);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error) ?? error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}
