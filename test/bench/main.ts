import { type EmbeddedKafka, startThrowAwayKafka, throwAwayPostgres } from '@imprimatur/standalone';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { inProcessWorld } from '../e2e/in-process-world.ts';
import { processWorld } from '../e2e/process-world.ts';
import type { World } from '../e2e/world.ts';
import { measureAbilities } from './ability.bench.ts';
import { measureInbox } from './inbox.bench.ts';
import { measureLargeRun } from './large-run.bench.ts';
import { measureLatency } from './latency.bench.ts';
import { measureLongDiff } from './long-diff.bench.ts';
import { measureLongList } from './long-list.bench.ts';
import { measureResourceLists } from './resource-lists.bench.ts';

/** `npm run bench [-- --kafka]`: the figures of the main job, in one process over the local transport, or in five over Kafka. */
const overKafka = process.argv.includes('--kafka');
const postgres = await throwAwayPostgres();
process.env.TEST_POSTGRES_URL = `postgres://postgres:throw-away@127.0.0.1:${postgres.port}/postgres`;
const kafka: EmbeddedKafka | null = overKafka ? await startThrowAwayKafka() : null;

const peakOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
};

measureAbilities();
const { world, schedulerPid } = await entered();
console.log(
  `${overKafka ? 'five processes over Kafka' : 'one process, local transport'}; load before: ${loadavg()[0]?.toFixed(2)}`,
);
await measureLatency(world);
await measureLargeRun(world, () => peakOf(schedulerPid));
await world.close();
await measureResourceLists();
await measureInbox();
await measureLongDiff();
await measureLongList();
await kafka?.stop();
await postgres.stop();

async function entered(): Promise<{ world: World; schedulerPid: number }> {
  if (kafka === null) return { world: await inProcessWorld(), schedulerPid: process.pid };
  const processes = await processWorld(kafka.brokers);
  return { world: processes, schedulerPid: processes.process('scheduler').pid };
}
