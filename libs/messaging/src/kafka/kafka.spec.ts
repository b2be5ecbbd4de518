import { allTopics, type Topic } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { describeOnKafka, kafka, testDatabase } from '@imprimatur/testing';
import kafkajs from 'kafkajs';
import type { KafkaBusConfig } from '../bus-config.ts';
import { Counted, ServiceDouble } from '../conformance/service-double.fixture.ts';
import { ensureTopics } from '../ensure-topics.ts';
import { messagingMigrations } from '../migrations/messaging-migrations.ts';

describeOnKafka('the topics', () => {
  const config = (): KafkaBusConfig => ({ kind: 'kafka', brokers: kafka.required, topicPrefix: `topics-${newId()}.` });

  it('are created once, as the contracts say', async () => {
    const mine = config();
    await expect(ensureTopics(mine, { check: true })).rejects.toThrow(/imprimatur.identity.state.v1: is missing/);
    const created = await ensureTopics(mine);
    expect(created).toHaveLength(allTopics.length);
    expect(created.every((topic) => topic.created && topic.partitions === 6)).toBe(true);
    expect((await ensureTopics(mine, { check: true })).some((topic) => topic.created)).toBe(false);
  });

  it('are refused when they differ', async () => {
    const mine = config();
    const admin = new kafkajs.Kafka({ brokers: mine.brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: false,
      topics: [{ topic: `${mine.topicPrefix}imprimatur.identity.state.v1`, numPartitions: 3, replicationFactor: 1 }],
    });
    await admin.disconnect();
    await expect(ensureTopics(mine)).rejects.toThrow(
      /identity.state.v1: partitions is 3, not 6\n.*identity.state.v1: cleanup.policy is delete, not compact$/,
    );
  });
});

describeOnKafka('a consumer', (bus) => {
  it('that ends for good says so, and does not come back', async () => {
    const { dataSource, drop } = await testDatabase({ entities: [], migrations: messagingMigrations });
    const impossible: Topic = { ...Counted.topic, name: 'no topic is called this' };
    const double = new ServiceDouble(dataSource, bus.config())
      .react({ ...Counted, topic: impossible }, 'counts')
      .listen();
    const crashed = new Promise<Error>((resolve) => double.bus.onCrash(resolve));
    await expect(crashed).resolves.toMatchObject({ cause: { message: expect.stringMatching(/topic/i) } });
    expect(double.bus.health().crashed).toBe('The consumer ended for good.');
    await double.bus.close();
    await drop();
  });
});
