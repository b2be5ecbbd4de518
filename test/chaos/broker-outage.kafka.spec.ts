import { startThrowAwayKafka, type EmbeddedKafka } from '@imprimatur/standalone';
import { processWorld, type ProcessWorld } from '../e2e/process-world.ts';
import { Traffic } from './traffic.ts';

describe('a broker that goes away in mid-traffic', () => {
  let kafka: EmbeddedKafka;
  let world: ProcessWorld;

  beforeAll(async () => {
    kafka = await startThrowAwayKafka({ keepData: true });
    world = await processWorld(kafka.brokers);
  }, 120_000);

  afterAll(async () => {
    await world.close();
    await kafka.stop();
  });

  it('is stopped, then killed: commands are accepted all the while, and nothing is lost or doubled', async () => {
    const traffic = await Traffic.in(world, `outage-${Date.now()}`);
    traffic.start();
    await traffic.flowing(10);
    await kafka.stop();
    await traffic.flowing(10);
    await kafka.start();
    await traffic.flowing(10);
    await kafka.kill();
    await traffic.flowing(10);
    await kafka.start();
    await traffic.flowing(10);
    await traffic.stop();
    await traffic.expectNothingLostOrDoubled(world);
  }, 240_000);
});
