import { EmbeddedPostgres, freePort, openFolder } from '@imprimatur/standalone';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { Traffic } from './traffic.ts';

describe('a Postgres that is restarted under load', () => {
  let home: string;
  let postgres: EmbeddedPostgres;
  let world: InProcessWorld;

  beforeAll(async () => {
    home = await mkdtemp(join(await openFolder(), 'imprimatur-restart-'));
    await chmod(home, 0o755);
    postgres = await EmbeddedPostgres.start({ home, port: await freePort(), password: 'restart', kind: 'kept' });
    process.env.TEST_POSTGRES_URL = `postgres://postgres:restart@127.0.0.1:${postgres.port}/postgres`;
    world = await inProcessWorld();
  }, 120_000);

  afterAll(async () => {
    await world.close();
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('in order, then by a crash: the services recover by themselves, and nothing is lost or doubled', async () => {
    const traffic = await Traffic.in(world, `restart-${Date.now()}`);
    traffic.start();
    await traffic.flowing(10);
    await postgres.stop();
    await postgres.start();
    await traffic.flowing(10);
    await postgres.kill();
    await postgres.start();
    await traffic.flowing(10);
    await traffic.stop();
    await traffic.expectNothingLostOrDoubled(world);
  }, 240_000);
});
