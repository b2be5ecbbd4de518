// The program between us and a child such as Postgres. It holds the read end of a pipe whose write end is ours: when the pipe closes,
// because we asked or because we were killed, it stops the child. So nothing outlives the process that needed it.
// Run by Node as it is (types are stripped), hence erasable syntax only.
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';
import type { SupervisedCommand } from './supervised-process.ts';

const KILL_AFTER_MS = 20_000;

const command = JSON.parse(process.argv[2] ?? '') as SupervisedCommand;
const log = openSync(command.log, 'a');
const child = spawn(command.file, command.args, {
  stdio: ['ignore', log, log],
  ...(command.user === undefined ? {} : { uid: command.user.uid, gid: command.user.gid }),
  ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
});

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  child.kill(command.stopSignal);
  setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
};

child.once('spawn', () => process.stdout.write(`${child.pid}\n`));
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  if (command.removeAtEnd !== undefined) rmSync(command.removeAtEnd, { recursive: true, force: true });
  process.exit(signal === null ? (code ?? 1) : 1);
});

process.stdin.resume().once('end', stop).once('error', stop);
process.stdout.on('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
