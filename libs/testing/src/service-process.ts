import type { Service } from '@imprimatur/contracts';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { eventually } from './eventually.ts';
import { sourceFlags, workspaceRoot } from './source-flags.ts';

/** One service as a process of its own, from its `main.ts`, as compose and Kubernetes run it. */
export class ServiceProcess {
  /** Its exit code once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  private output = '';

  private constructor(
    readonly service: Service,
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    // Not at its exit: what it wrote last may still be on its way then.
    this.ended = once(child, 'close').then(([code]) => code as number | null);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(service: Service, environment: Record<string, string>): Promise<ServiceProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [...sourceFlags, `apps/${service}/src/main.ts`], {
      cwd: workspaceRoot,
      env: { ...environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess(service, `http://127.0.0.1:${port}`, child);
  }

  /** Waits until it says so itself. */
  async ready(): Promise<this> {
    await eventually(
      async () => {
        if (this.child.exitCode !== null) throw new Error(`${this.service} ended: ${this.lastWords()}`);
        const { status } = await fetch(`${this.url}/health/ready`);
        if (status !== 200) throw new Error(`${this.service} is not ready: ${this.lastWords()}`);
      },
      { timeoutMs: 50_000, everyMs: 50 },
    );
    return this;
  }

  /** Ends it in order. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends it as a crash would. */
  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** All that it has written so far. */
  said(): string {
    return this.output;
  }

  private lastWords(): string {
    return this.output.split('\n').slice(-15).join('\n');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}

/** Below the range that systems give out by themselves, so that nothing takes it while the process starts. */
async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_767);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
