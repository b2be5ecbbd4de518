import { ensureTopics } from '@imprimatur/messaging';
import { describeOnBuses, describeOnKafka } from './index.ts';

describeOnBuses('a bus of one suite', (bus) => {
  it('is of the kind it says', () => {
    expect(bus.config().kind).toBe(bus.kind);
  });
});

describeOnKafka('the topics of one suite', (bus) => {
  it('are as they should be', async () => {
    const reports = await ensureTopics(bus.config(), { check: true });
    expect(reports.length).toBeGreaterThan(0);
  });
});
