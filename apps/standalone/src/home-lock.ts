import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UsageError } from './config.ts';
import { isAlive } from './processes/is-alive.ts';
import { launcherPid } from './processes/launcher.ts';

export interface Holder {
  pid: number;
  /** Tells this process from an earlier one that happened to have the same number, as is common in containers. */
  token: string;
  /** Whoever runs it, such as npm. When that is gone the holder is about to stop. */
  launcher: number;
  url: string;
}

const token = randomUUID();
const PATIENCE_MS = 20_000;
const fileOf = (home: string): string => join(home, 'running.json');

/**
 * Takes a home for this process, so that two standalones never share data. The lock of one that was killed counts for nothing; one
 * whose launcher was killed is waited for.
 */
export async function lockHome(home: string, url: string): Promise<() => Promise<void>> {
  const file = fileOf(home);
  const mine = JSON.stringify({ pid: process.pid, token, launcher: await launcherPid(), url } satisfies Holder);
  for (let waited = 0; ; waited += 100) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(home);
    if (holder === null) await rm(file, { force: true });
    else if (isAlive(holder.launcher) || waited > PATIENCE_MS)
      throw new UsageError(`It is running already, at ${holder.url} (process ${holder.pid}).`);
    else await delay(100);
  }
}

/** The standalone that runs on a home; null when none does. */
export async function holderOf(home: string): Promise<Holder | null> {
  const text = await readFile(fileOf(home), 'utf8').catch(() => '');
  if (text === '') return null;
  const holder = JSON.parse(text) as Holder;
  const alive = holder.pid === process.pid ? holder.token === token : isAlive(holder.pid);
  return alive ? holder : null;
}
