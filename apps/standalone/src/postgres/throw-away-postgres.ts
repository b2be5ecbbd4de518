import { mkdtemp, readdir, rm, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { isAlive } from '../processes/is-alive.ts';
import { stopLeftOver } from '../processes/stop-left-over.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { openFolder } from './reachable-place.ts';

const PREFIX = 'imprimatur-throw-away-';

/** A Postgres for tests: fast, not durable, gone with its data at the end of this process. */
export async function throwAwayPostgres(port?: number): Promise<EmbeddedPostgres> {
  const folder = await openFolder();
  await sweep(folder);
  const home = await mkdtemp(join(folder, `${PREFIX}${process.pid}-`));
  await chmod(home, 0o755);
  return EmbeddedPostgres.start({
    home,
    port: port ?? (await freePort()),
    password: 'throw-away',
    kind: 'throw-away',
  });
}

/** Removes what runs left behind that were killed together with their supervisor. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    await stopLeftOver(join(folder, name, 'data', 'postmaster.pid'), 'postgres', 'SIGINT');
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
