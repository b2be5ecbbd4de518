import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isAlive } from './is-alive.ts';

const run = promisify(execFile);
const EVERY_MS = 500;

/** The process that runs us as a script, npm as a rule: our parent, or the one above it when that is only the shell in between. */
export async function launcherPid(): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'ppid=,args=', '-p', String(process.ppid)]).catch(() => ({ stdout: '' }));
  const [, grandparent, program] = /^\s*(\d+)\s+(?:\S*\/)?(\S+)/.exec(stdout) ?? [];
  return program === 'sh' ? Number(grandparent) : process.ppid;
}

/** Calls back once a process is gone, however it went. Does not keep us alive. */
export function whenGone(pid: number, callback: () => void): void {
  const watch = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(watch);
    callback();
  }, EVERY_MS);
  watch.unref();
}
