import { eventually } from '@imprimatur/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort, whyPortTaken } from '../processes/free-port.ts';
import { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';
import { openFolder, reachablePlace } from './reachable-place.ts';

async function query(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.url() });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('an embedded Postgres', () => {
  let home: string;
  let options: EmbeddedPostgresOptions;
  beforeEach(async () => {
    home = await mkdtemp(join(await openFolder(), 'postgres-spec-'));
    await chmod(home, 0o755);
    options = { home, port: await freePort(), password: 'p@ss/word', kind: 'kept' };
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('keeps its data, is durable, and listens on loopback only', async () => {
    const first = await EmbeddedPostgres.start(options);
    await query(first, 'create table kept (n integer); insert into kept values (42)');
    expect(
      await query(first, `select current_setting('fsync') as fsync, current_setting('listen_addresses') as at`),
    ).toEqual([{ fsync: 'on', at: '127.0.0.1' }]);
    await first.stop();
    const second = await EmbeddedPostgres.start(options);
    expect(await query(second, 'select n from kept')).toEqual([{ n: 42 }]);
    await second.stop();
  }, 60_000);

  it('comes back after a crash with what was committed', async () => {
    const postgres = await EmbeddedPostgres.start(options);
    await query(postgres, 'create table kept (n integer); insert into kept values (42)');
    await postgres.kill();
    await postgres.start();
    expect(await query(postgres, 'select n from kept')).toEqual([{ n: 42 }]);
    await postgres.stop();
  }, 60_000);

  it('is gone soon after the process that started it was killed, and the next start does not mind', async () => {
    const module = fileURLToPath(new URL('./embedded-postgres.ts', import.meta.url));
    const program = `import { EmbeddedPostgres } from ${JSON.stringify(module)};
      await EmbeddedPostgres.start(${JSON.stringify(options)}); console.log('up'); setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: starter.stdout }), 'line');
    starter.kill('SIGKILL');
    const next = await EmbeddedPostgres.start(options);
    expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.stop();
    await eventually(async () => expect(await whyPortTaken(options.port)).toBeNull());
  }, 60_000);

  it('has a place that its user can reach, also when the wanted folder is closed to others', async () => {
    const closed = join(home, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const place = await reachablePlace(join(closed, 'postgres'));
    // Only root runs Postgres as somebody else.
    expect(place.startsWith(closed)).toBe(process.getuid?.() !== 0);
    expect(await reachablePlace(join(closed, 'postgres'))).toBe(place);
    const postgres = await EmbeddedPostgres.start({ ...options, home: place });
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    await rm(place, { recursive: true });
  }, 60_000);
});
