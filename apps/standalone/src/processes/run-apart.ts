import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface RunApartOptions {
  cwd?: string;
  uid?: number;
  gid?: number;
}

/** Runs a program to its end in a process group of its own: Ctrl-C at the terminal reaches only us, and does not cut it short. */
export async function runApart(file: string, args: string[], options: RunApartOptions = {}): Promise<void> {
  const child = spawn(file, args, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  const [code, complaints] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0) throw new Error(`${file} failed (${code ?? 'killed'}): ${complaints.trim()}`);
}
