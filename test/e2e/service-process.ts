import type { Service } from '@imprimatur/contracts';
import { eventually } from '@imprimatur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One service as a process of its own, from its `main.ts`, as compose and Kubernetes run it. */
export class ServiceProcess {
  private readonly output: string[] = [];

  private constructor(
    readonly service: Service,
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output.push(chunk.toString());
        if (this.output.length > 200) this.output.shift();
      });
  }

  static async start(service: Service, environment: Record<string, string>): Promise<ServiceProcess> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        '--import',
        './tools/swc-hook.mjs',
        '--conditions=@imprimatur/source',
        '--disable-warning=TimeoutNegativeWarning',
        `apps/${service}/src/main.ts`,
      ],
      {
        cwd: root,
        env: { ...environment, PORT: String(port), PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
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
      { timeoutMs: 60_000, everyMs: 50 },
    );
    return this;
  }

  /** Ends it in order. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Ends it as a crash would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Stops it in its tracks, as a long pause of the machine would; `resume` lets it go on. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  lastWords(): string {
    return this.output.join('').split('\n').slice(-15).join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
