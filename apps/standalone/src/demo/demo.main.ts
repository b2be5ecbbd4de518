import { UsageError, type StandaloneConfig } from '../config.ts';
import { whyPortTaken, freePort } from '../processes/free-port.ts';
import { startStandalone, type Standalone } from '../standalone.ts';
import { demoConfigFrom, demoHelp, runningOn } from './demo-config.ts';
import { tellTheStory } from './tell-the-story.ts';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = demoConfigFrom(process.argv.slice(2), process.env, process.cwd());
  if (config.help) {
    print(demoHelp);
    return;
  }
  const started = performance.now();
  const running = await runningOn(config.homes);
  const standalone = running === null ? await startOne(config.standalone) : null;
  const url = standalone?.url ?? running!;
  try {
    print(`${standalone === null ? 'It runs' : 'Started it'} at ${url}.`);
    const steps = await tellTheStory(url, print);
    print(`\n${steps} steps, all as they should be (${((performance.now() - started) / 1_000).toFixed(1)} s).`);
  } finally {
    await standalone?.close();
  }
}

async function startOne(config: StandaloneConfig): Promise<Standalone> {
  print('Nothing runs yet; starting it …');
  const taken = (await whyPortTaken(config.port, config.host)) !== null;
  return startStandalone({ ...config, port: taken ? await freePort() : config.port });
}

await main().catch((error: unknown) => {
  const text = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
