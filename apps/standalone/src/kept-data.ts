import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from './config.ts';
import { canReach, postgresUser } from './postgres/postgres-user.ts';
import type { Secrets } from './secrets.ts';

/** A file that says that the first start went through, and where it put the database. */
const COMPLETE = 'complete';
/** A file beside the database that says which keys it was made with. */
const MADE_WITH = 'made-with';

const Mark = z.object({ database: z.string() });

/** Whether a first start went through on this home; one that was cut short left something half made. */
export const isComplete = (home: string): boolean => existsSync(join(home, COMPLETE));

/** Marks the first start as through. The mark is whole or not there. */
export async function remember(home: string, database: string, secrets: Secrets): Promise<void> {
  await writeFile(join(database, MADE_WITH), fingerprint(secrets));
  const file = join(home, COMPLETE);
  await writeFile(
    `${file}.new`,
    JSON.stringify({ database: relative(home, database) } satisfies z.output<typeof Mark>),
  );
  await rename(`${file}.new`, file);
}

/** The folder the database was put into at the first start; null when there was none that went through. */
export async function rememberedDatabase(home: string): Promise<string | null> {
  if (!isComplete(home)) return null;
  try {
    return resolve(home, Mark.parse(JSON.parse(await readFile(join(home, COMPLETE), 'utf8'))).database);
  } catch {
    return null;
  }
}

/** The same, but refused when what is kept cannot be used as it is: never is another, empty one taken in its place. */
export async function usableDatabase(home: string): Promise<string> {
  const database = await rememberedDatabase(home);
  if (database === null) throw unusable(home, 'it does not say where the database is');
  const reason = await whyNotUsable(home, database);
  if (reason !== null) throw unusable(home, reason);
  return database;
}

const unusable = (home: string, reason: string): UsageError =>
  new UsageError(`What is kept in ${home} cannot be used: ${reason}. Start afresh with: npm start -- --reset`);

async function whyNotUsable(home: string, database: string): Promise<string | null> {
  if (!existsSync(join(database, 'data', 'PG_VERSION'))) return `its database is no longer in ${database}`;
  const user = await postgresUser();
  if (user !== undefined && !(await canReach(user, join(database, 'data'))))
    return `a folder above its database ${database} has been closed to the user that Postgres runs as (open it again to keep the data)`;
  const keys = await readFile(join(home, 'keys.json'), 'utf8').catch(() => null);
  if (keys === null) return 'its keys.json is gone';
  const madeWith = await readFile(join(database, MADE_WITH), 'utf8').catch(() => null);
  return madeWith !== null && madeWith === fingerprintOf(keys)
    ? null
    : `its keys.json and its database ${database} do not belong together`;
}

const fingerprint = (secrets: Secrets): string => createHash('sha256').update(JSON.stringify(secrets)).digest('hex');

function fingerprintOf(keys: string): string | null {
  try {
    return fingerprint(JSON.parse(keys) as Secrets);
  } catch {
    return null;
  }
}
