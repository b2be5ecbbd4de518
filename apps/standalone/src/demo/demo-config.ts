import { parseArgs } from 'node:util';
import { standaloneConfigFrom, UsageError, type StandaloneConfig } from '../config.ts';
import { holderOf } from '../home-lock.ts';

export const demoHelp = `Usage: npm run demo [-- --kafka]

Plays the main story against the standalone of this checkout that runs, or starts one: a change is drafted, reviewed, mailed and
published, and only then does its sync run. Says what happens, what came back and how long it took; fails when a step does not do what
it should.

  --kafka   what it starts is over real Apache Kafka (see npm start -- --help)
  --help    show this
`;

export interface DemoConfig {
  help: boolean;
  /** What to start when nothing runs. */
  standalone: StandaloneConfig;
  /** Where one may run already: the home that would be started on first. */
  homes: string[];
}

export function demoConfigFrom(argv: string[], env: NodeJS.ProcessEnv, folder: string): DemoConfig {
  const { kafka, help } = optionsFrom(argv);
  const [local, kafkas] = [[], ['--kafka']].map((options) => standaloneConfigFrom(options, env, folder)) as [
    StandaloneConfig,
    StandaloneConfig,
  ];
  const [standalone, other] = kafka === true ? [kafkas, local] : [local, kafkas];
  return { help: help === true, standalone, homes: [standalone.home, other.home] };
}

function optionsFrom(argv: string[]): { kafka?: boolean; help?: boolean } {
  try {
    return parseArgs({ args: argv, options: { kafka: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${demoHelp}`);
  }
}

/** The address of the first standalone that runs on one of these homes; null when none does. */
export async function runningOn(homes: string[]): Promise<string | null> {
  for (const home of homes) {
    const holder = await holderOf(home);
    if (holder !== null) return holder.url;
  }
  return null;
}
