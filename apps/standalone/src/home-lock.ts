import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { UsageError } from './config.ts';
import { isAlive } from './processes/is-alive.ts';
import { launcherPid } from './processes/launcher.ts';
import { birthOf } from './processes/process-stat.ts';

const Holder = z.object({
  pid: z.int().positive(),
  /** Tells this process from another that has the number by now, as is common after a reboot and in containers. */
  born: z.string().nullable(),
  /** Whoever runs it, such as npm. When that is gone the holder is about to stop. */
  launcher: z.int(),
  url: z.string(),
});
export type Holder = z.output<typeof Holder>;

const PATIENCE_MS = 20_000;
/** A lock that cannot be read may be one that is just being written. */
const WRITING_MS = 1_000;
const fileOf = (home: string): string => join(home, 'running.json');

/**
 * Takes a home for this process, so that two standalones never share data. The lock of one that was killed counts for nothing; one
 * whose launcher was killed is waited for.
 */
export async function lockHome(home: string, url: string): Promise<() => Promise<void>> {
  const file = fileOf(home);
  const { pid } = process;
  const mine: Holder = { pid, born: await birthOf(pid), launcher: await launcherPid(), url };
  for (let waited = 0; ; waited += 100) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(home);
    if (holder === null) {
      if (!(await isBeingWritten(file))) await rm(file, { force: true });
    } else if (isAlive(holder.launcher) || waited > PATIENCE_MS) {
      throw new UsageError(`It is running already, at ${holder.url} (process ${holder.pid}, says ${file}).`);
    }
    await delay(100);
  }
}

/** The standalone that runs on a home; null when none does. */
export async function holderOf(home: string): Promise<Holder | null> {
  const holder = await readLock(fileOf(home));
  if (holder === null || !isAlive(holder.pid)) return null;
  return holder.born === (await birthOf(holder.pid)) ? holder : null;
}

async function readLock(file: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function isBeingWritten(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return (await readLock(file)) === null && Math.abs(Date.now() - mtimeMs) < WRITING_MS;
}
