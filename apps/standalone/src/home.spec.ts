import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './config.ts';
import { holderOf, lockHome } from './home-lock.ts';
import { keptSecrets } from './secrets.ts';

describe('the home of a standalone', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'home-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const heldBy = (pid: number, launcher = process.pid): Promise<void> =>
    writeFile(join(home, 'running.json'), JSON.stringify({ pid, launcher, url: 'http://localhost:1' }));

  it('has secrets that stay the same and that only their owner can read', async () => {
    const first = await keptSecrets(home);
    expect(await keptSecrets(home)).toEqual(first);
    expect((await stat(join(home, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('belongs to one standalone at a time', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await heldBy(other.pid!);
    await expect(lockHome(home, 'http://localhost:2')).rejects.toThrow(UsageError);
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
});
