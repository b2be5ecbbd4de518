import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface SupervisedCommand {
  file: string;
  args: string[];
  /** What the child takes as a request to end in good order. */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** Where its output goes. */
  log: string;
  cwd?: string;
  user?: { uid: number; gid: number };
  /** A folder to remove once the child is gone, however it went. */
  removeAtEnd?: string;
}

const supervisor = fileURLToPath(new URL(`./supervisor${extname(import.meta.url)}`, import.meta.url));

/** A child process that ends when we end, also when we are killed and cannot see to it. */
export class SupervisedProcess {
  readonly exited: Promise<number>;
  readonly #supervisor: ChildProcess;
  readonly #log: string;
  readonly pid: number;

  private constructor(child: ChildProcess, pid: number, log: string, exited: Promise<number>) {
    this.#supervisor = child;
    this.pid = pid;
    this.#log = log;
    this.exited = exited;
  }

  /** Starts the command; resolves when the operating system has. */
  static async start(command: SupervisedCommand): Promise<SupervisedProcess> {
    const child = spawn(process.execPath, [supervisor, JSON.stringify(command)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own process group: Ctrl-C at the terminal reaches only us, and we stop things in order.
      detached: true,
    });
    const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
    const complaints: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout });
    const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), exited.then(() => null)]);
    if (first === null) throw new Error(`${command.file} could not be started: ${complaints.join('').trim()}`);
    for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as Socket).unref();
    child.unref();
    return new SupervisedProcess(child, Number(first), command.log, exited);
  }

  /** Resolves once `probe` stops throwing; fails with the end of the log when the child ends before that. */
  async ready(probe: () => Promise<void>, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    let ended = false;
    void this.exited.then(() => (ended = true));
    for (;;) {
      try {
        await probe();
        return;
      } catch (error) {
        if (ended) throw new Error(`the process ended at once:\n${await this.lastWords()}`, { cause: error });
        if (Date.now() > deadline) throw new Error(`not ready in time:\n${await this.lastWords()}`, { cause: error });
      }
      await delay(20);
    }
  }

  /** Asks the child to end and waits until it has. */
  async stop(): Promise<void> {
    this.#supervisor.ref();
    this.#supervisor.stdin?.end();
    await this.exited;
  }

  /** Kills the child on the spot, as a crash would. */
  async kill(): Promise<void> {
    this.#supervisor.ref();
    process.kill(this.pid, 'SIGKILL');
    await this.exited;
  }

  private async lastWords(): Promise<string> {
    return (await readFile(this.#log, 'utf8')).trimEnd().split('\n').slice(-15).join('\n');
  }
}
