import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './config.ts';
import { isAlive } from './processes/is-alive.ts';

export interface Holder {
  pid: number;
  url: string;
}

const fileOf = (home: string): string => join(home, 'running.json');

/** Takes a home for this process, so that two standalones never share data; the lock of one that was killed counts for nothing. */
export async function lockHome(home: string, url: string): Promise<() => Promise<void>> {
  const file = fileOf(home);
  const mine = JSON.stringify({ pid: process.pid, url } satisfies Holder);
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(home);
    if (holder !== null) throw new UsageError(`It is running already, at ${holder.url} (process ${holder.pid}).`);
    await rm(file, { force: true });
  }
}

/** The standalone that runs on a home; null when none does. */
export async function holderOf(home: string): Promise<Holder | null> {
  const text = await readFile(fileOf(home), 'utf8').catch(() => '');
  if (text === '') return null;
  const holder = JSON.parse(text) as Holder;
  return holder.pid !== process.pid && isAlive(holder.pid) ? holder : null;
}
