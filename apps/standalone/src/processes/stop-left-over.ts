import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from './is-alive.ts';

const run = promisify(execFile);
const PATIENCE_MS = 20_000;

/**
 * Stops the process that a pid file names, if it still runs and is the program we think: a child that outlived both its starter and
 * its supervisor, which takes killing the two of them.
 */
export async function stopLeftOver(pidFile: string, program: string, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !(await runs(pid, program))) return;
  tell(pid, signal);
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > PATIENCE_MS)
      throw new Error(`process ${pid} (${program}) was left over and does not stop; end it by hand`);
    await delay(50);
  }
}

/** It may end by itself just then. */
function tell(pid: number, signal: 'SIGINT' | 'SIGTERM'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A pid file outlives a reboot, and its number may be anybody's by now. */
async function runs(pid: number, program: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: program }));
  return stdout.includes(program);
}
