import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { stopLeftOver } from './stop-left-over.ts';

describe('a process that was left over', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'left-over-'));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const leftOver = async (): Promise<{ pidFile: string; pid: number; ended: Promise<unknown> }> => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pidFile = join(folder, 'pid');
    await writeFile(pidFile, `${child.pid}\n`);
    return { pidFile, pid: child.pid!, ended: once(child, 'exit') };
  };

  it('is stopped', async () => {
    const { pidFile, ended } = await leftOver();
    await stopLeftOver(pidFile, 'sleep', 'SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('may end by itself in the moment before it is told to', async () => {
    const { pidFile, ended } = await leftOver();
    const kill = process.kill.bind(process);
    jest.spyOn(process, 'kill').mockImplementation((pid, signal) => {
      if (signal === 'SIGTERM') {
        kill(pid, 'SIGKILL');
        throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
      }
      return kill(pid, signal);
    });
    await expect(stopLeftOver(pidFile, 'sleep', 'SIGTERM')).resolves.toBeUndefined();
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('is left alone where the number is that of another program by now', async () => {
    const { pidFile, pid, ended } = await leftOver();
    await stopLeftOver(pidFile, 'postgres', 'SIGTERM');
    process.kill(pid, 'SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});
