import { eventually } from '@imprimatur/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './config.ts';
import { holderOf, lockHome } from './home-lock.ts';
import { isAlive } from './processes/is-alive.ts';
import { birthOf } from './processes/process-stat.ts';
import { keptSecrets } from './secrets.ts';

describe('the home of a standalone', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'home-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const heldBy = async (pid: number, launcher = process.pid): Promise<void> =>
    writeFile(
      join(home, 'running.json'),
      JSON.stringify({ pid, born: await birthOf(pid), launcher, url: 'http://localhost:1' }),
    );
  const holderAfterLocking = async (): Promise<string | undefined> => {
    const release = await lockHome(home, 'http://localhost:2');
    const holder = await holderOf(home);
    await release();
    return holder?.url;
  };

  it('has secrets that stay the same and that only their owner can read', async () => {
    const first = await keptSecrets(home);
    expect(await keptSecrets(home)).toEqual(first);
    expect((await stat(join(home, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('belongs to one standalone at a time', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await heldBy(other.pid!);
    const refusal = await lockHome(home, 'http://localhost:2').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as Error).message).toContain('http://localhost:1');
    expect((refusal as Error).message).toContain(join(home, 'running.json'));
    expect(await holderOf(home)).toMatchObject({ url: 'http://localhost:1' });
    other.kill('SIGKILL');
    await once(other, 'exit');
    const release = await lockHome(home, 'http://localhost:2');
    await release();
    expect(await holderOf(home)).toBeNull();
  });

  it('is waited for while the one who lost their launcher stops', async () => {
    const orphan = spawn(process.execPath, ['-e', 'process.stdin.resume().on("end", () => process.exit())'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const launcher = spawn(process.execPath, ['-e', '']);
    await once(launcher, 'exit');
    await heldBy(orphan.pid!, launcher.pid);
    const locking = lockHome(home, 'http://localhost:2');
    orphan.stdin.end();
    await expect(locking).resolves.toBeInstanceOf(Function);
  });

  it('is not held by a process that has the number of an earlier holder', async () => {
    await writeFile(
      join(home, 'running.json'),
      JSON.stringify({ pid: process.ppid, born: 'long ago', launcher: process.pid, url: 'http://localhost:1' }),
    );
    expect(await holderAfterLocking()).toBe('http://localhost:2');
  });

  it.each(['', '{"pid": 12', 'null', '{"pid": 1, "url": "http://localhost:1"}'])(
    'is not held by a lock that says %j',
    async (text) => {
      await writeFile(join(home, 'running.json'), text);
      await utimes(join(home, 'running.json'), 1, 1);
      expect(await holderAfterLocking()).toBe('http://localhost:2');
    },
  );

  it('is not held up by a process that was killed and that nobody has reaped yet', async () => {
    // The shell never waits for its first child, which therefore stays a zombie.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    // Elsewhere nobody says so.
    await eventually(() => expect(isAlive(zombie)).toBe(process.platform !== 'linux'));
    expect(() => process.kill(zombie, 0)).not.toThrow();
    parent.kill();
  });
});
