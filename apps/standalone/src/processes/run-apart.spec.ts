import { runApart } from './run-apart.ts';

describe('a program that is run apart', () => {
  const node = (program: string): Promise<void> => runApart(process.execPath, ['-e', program]);

  it('has a process group of its own, which Ctrl-C does not reach', async () => {
    // Only the leader of a group can be signalled under its negative number.
    await expect(node('process.kill(-process.pid, 0)')).resolves.toBeUndefined();
  });

  it('fails with what it complained about', async () => {
    await expect(node('console.error("no room"); process.exit(3)')).rejects.toThrow(/\(3\): no room$/);
    await expect(runApart('/nowhere/at/all', [])).rejects.toThrow('ENOENT');
  });
});
