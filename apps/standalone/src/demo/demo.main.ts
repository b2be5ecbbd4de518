import { standaloneConfigFrom, UsageError } from '../config.ts';
import { holderOf } from '../home-lock.ts';
import { whyPortTaken, freePort } from '../processes/free-port.ts';
import { startStandalone } from '../standalone.ts';
import { tellTheStory } from './tell-the-story.ts';

const help = `Usage: npm run demo [-- --kafka]

Plays the main story against the standalone that runs, or starts one: a change is drafted, reviewed, mailed and published, and only then
does its sync run. Says what happens, what came back and how long it took; fails when a step does not do what it should.

  --kafka   over real Apache Kafka (see npm start -- --help)
`;

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = standaloneConfigFrom(process.argv.slice(2), process.env, process.cwd());
  if (config.help) {
    print(help);
    return;
  }
  const started = performance.now();
  const running = await holderOf(config.home);
  const standalone = running === null ? await startOne(config) : null;
  const url = standalone?.url ?? running!.url;
  try {
    print(
      `${standalone === null ? 'It runs' : 'Started it'} at ${url} (${config.bus === 'kafka' ? 'Apache Kafka' : 'local bus'}).`,
    );
    const steps = await tellTheStory(url, print);
    print(`\n${steps} steps, all as they should be (${((performance.now() - started) / 1_000).toFixed(1)} s).`);
  } finally {
    await standalone?.close();
  }
}

async function startOne(config: ReturnType<typeof standaloneConfigFrom>): ReturnType<typeof startStandalone> {
  print('Nothing runs yet; starting it …');
  const taken = (await whyPortTaken(config.port, config.host)) !== null;
  return startStandalone({ ...config, port: taken ? await freePort() : config.port });
}

await main().catch((error: unknown) => {
  const text = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
