import { services } from '@imprimatur/contracts';
import { kafka } from '@imprimatur/testing';
import { processWorld, type ProcessWorld } from '../e2e/process-world.ts';
import { Traffic } from './traffic.ts';

describe('two replicas of every service', () => {
  let world: ProcessWorld;

  beforeAll(async () => {
    world = await processWorld(kafka.required);
  }, 120_000);

  afterAll(() => world.close());

  it('share the work, and lose and double nothing when one of them is killed under load', async () => {
    const traffics = [await Traffic.in(world, `one-${Date.now()}`), await Traffic.in(world, `two-${Date.now()}`)];
    for (const service of services) await world.replica(service);
    for (const traffic of traffics) traffic.start();
    await Promise.all(traffics.map((traffic) => traffic.flowing(10)));
    for (const service of ['approvals', 'notifications'] as const) await world.process(service).kill();
    await Promise.all(traffics.map((traffic) => traffic.flowing(20)));
    await Promise.all(traffics.map((traffic) => traffic.stop()));
    for (const service of ['approvals', 'notifications'] as const) await world.restart(service);
    for (const traffic of traffics) await traffic.expectNothingLostOrDoubled(world);
  }, 240_000);
});
