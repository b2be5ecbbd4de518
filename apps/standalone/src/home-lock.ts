import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './config.ts';
import { isAlive } from './processes/is-alive.ts';

interface Holder {
  pid: number;
  url: string;
}

/** Takes a home for this process, so that two standalones never share data; the lock of one that was killed counts for nothing. */
export async function lockHome(home: string, url: string): Promise<() => Promise<void>> {
  const file = join(home, 'running.json');
  const mine = JSON.stringify({ pid: process.pid, url } satisfies Holder);
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(file);
    if (holder !== null && holder.pid !== process.pid && isAlive(holder.pid)) {
      throw new UsageError(`It is running already, at ${holder.url} (process ${holder.pid}).`);
    }
    await rm(file, { force: true });
  }
}

async function holderOf(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text === '' ? null : (JSON.parse(text) as Holder);
}
