import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, postgresUser } from './postgres-user.ts';

/**
 * Where the data of a cluster goes: the wanted folder, or, when Postgres runs as a user to whom that is closed, a folder of the same
 * purpose in a place open to every user, always the same one for the same wish.
 */
export async function reachablePlace(wanted: string): Promise<string> {
  await mkdir(wanted, { recursive: true });
  const user = await postgresUser();
  if (user === undefined || (await canReach(user, join(wanted, 'data')))) return wanted;
  const name = createHash('sha256')
    .update(await realpath(wanted))
    .digest('hex')
    .slice(0, 12);
  const place = join(await openFolder(), `imprimatur-${name}`);
  await mkdir(place, { recursive: true, mode: 0o755 });
  const { uid, mode } = await lstat(place);
  // A folder that another user put there beforehand could be exchanged under us.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) throw new Error(`${place} belongs to somebody else`);
  return place;
}

/** A folder for temporary things that every user can pass through. */
export async function openFolder(): Promise<string> {
  const user = await postgresUser();
  if (user === undefined) return tmpdir();
  for (const folder of ['/var/tmp', '/tmp']) if (await canReach(user, join(folder, 'x'))) return folder;
  return tmpdir();
}
