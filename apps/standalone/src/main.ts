import { banner } from './banner.ts';
import { help, standaloneConfigFrom, UsageError } from './config.ts';
import { launcherPid, whenGone } from './processes/launcher.ts';
import { startStandalone, type Standalone } from './standalone.ts';

const started = performance.now();
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
// The terminal or npm may go away first; that is no reason to stop in the middle of stopping.
process.stdout.on('error', () => undefined);

class Cancelled extends Error {}

async function main(): Promise<void> {
  const config = standaloneConfigFrom(process.argv.slice(2), process.env, process.cwd());
  if (config.help) {
    print(help);
    return;
  }
  print(config.reset ? 'Starting afresh …' : 'Starting …');
  const cancelled = new AbortController();
  const starting = startStandalone(config, cancelled.signal);
  stopOnSignals(starting, cancelled);
  const standalone = await starting.catch(async (error: unknown) => {
    // Whoever stopped it meanwhile ends the process, and says so.
    if (cancelled.signal.aborted) await new Promise(() => undefined);
    throw error;
  });
  if (cancelled.signal.aborted) return;
  print(banner(standalone, config, (performance.now() - started) / 1_000));
}

/**
 * Ctrl-C stops everything in order; pressed during the start, as soon as a step of that is through. A second one does not wait.
 */
function stopOnSignals(starting: Promise<Standalone>, cancelled: AbortController): void {
  let since: number | null = null;
  const stop = (): void => {
    if (since !== null) return;
    since = Date.now();
    print('\nStopping …');
    cancelled.abort(new Cancelled());
    void starting
      .then((standalone) => standalone.close())
      .catch((error: unknown) => {
        if (!(error instanceof Cancelled)) fail(error);
      })
      .then(() => {
        print('Stopped.');
        process.exit(0);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // npm passes on what the terminal has sent to all of us already: only one that comes later was meant.
    process.on(signal, () => (since !== null && Date.now() - since > 1_000 ? process.exit(130) : stop()));
  }
  // npm cannot pass a kill -9 on: when it is gone, nobody is left to press Ctrl-C.
  if (process.env.npm_lifecycle_event !== undefined) void launcherPid().then((npm) => whenGone(npm, stop));
}

function fail(error: unknown): never {
  const text = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

await main().catch(fail);
