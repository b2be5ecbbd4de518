import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './config.ts';
import { isComplete, remember, rememberedDatabase, usableDatabase } from './kept-data.ts';
import { openFolder } from './postgres/reachable-place.ts';
import { keptSecrets } from './secrets.ts';

describe('what a home keeps', () => {
  let parent: string;
  let home: string;
  let database: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(await openFolder(), 'kept-spec-'));
    await chmod(parent, 0o755);
    home = join(parent, 'home');
    database = join(home, 'postgres');
    await mkdir(join(database, 'data'), { recursive: true });
    await writeFile(join(database, 'data', 'PG_VERSION'), '18\n');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const complete = async (): Promise<void> => remember(home, database, await keptSecrets(home));
  const refusal = async (): Promise<string> => {
    const error = await usableDatabase(home).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/^[^\n]+ Start afresh with: npm start -- --reset$/);
    return (error as Error).message;
  };

  it('is there once the first start went through', async () => {
    expect([isComplete(home), await rememberedDatabase(home)]).toEqual([false, null]);
    await complete();
    expect([isComplete(home), await usableDatabase(home)]).toEqual([true, database]);
  });

  it('is refused when its keys were exchanged, lost or damaged', async () => {
    await complete();
    const keys = join(home, 'keys.json');
    const secrets = JSON.parse(await readFile(keys, 'utf8')) as object;
    await writeFile(keys, JSON.stringify({ ...secrets, postgresPassword: 'another' }));
    expect(await refusal()).toContain('do not belong together');
    await writeFile(keys, '{"postgres');
    expect(await refusal()).toContain('do not belong together');
    await rm(keys);
    expect(await refusal()).toContain('keys.json is gone');
  });

  it('is refused when its database is gone, or is another one', async () => {
    await complete();
    await rm(join(database, 'made-with'));
    expect(await refusal()).toContain('do not belong together');
    await rm(database, { recursive: true });
    expect(await refusal()).toContain(database);
    await writeFile(join(home, 'complete'), '');
    expect(await refusal()).toContain('where the database is');
  });

  it('is refused when a folder above it has been closed since to whom Postgres runs as', async () => {
    await complete();
    await chmod(parent, 0o700);
    const outcome = await usableDatabase(home).catch((error: unknown) => (error as Error).message);
    // Only root runs Postgres as somebody else.
    expect(outcome).toMatch(process.getuid?.() === 0 ? /has been closed.*--reset$/ : /postgres$/);
    await chmod(parent, 0o755);
    expect(await usableDatabase(home)).toBe(database);
  });
});
