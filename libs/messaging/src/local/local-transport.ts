import { allTopics } from '@imprimatur/contracts';
import type { BusLogger } from '../bus-logger.ts';
import type { Consumer, ConsumerGroup, Sender, Transport } from '../transport.ts';
import { LocalConsumer } from './local-consumer.ts';
import { LocalLog } from './local-log.ts';
import { LocalSender } from './local-sender.ts';

/** For one machine without a broker: an append-only log in a Postgres database. A topic has one partition. */
export class LocalTransport implements Transport {
  private readonly log: LocalLog;

  constructor(
    private readonly databaseUrl: string,
    private readonly logger: BusLogger,
  ) {
    this.log = LocalLog.use(databaseUrl);
  }

  partitionsOf(): number {
    return 1;
  }

  sender(service: string): Sender {
    return new LocalSender(this.log, service);
  }

  consumer(group: ConsumerGroup): Consumer {
    return new LocalConsumer(this.log, group, this.logger);
  }

  /** Of state topics the last record of each key stays for good. */
  async clean(): Promise<void> {
    const named = (kept: string): string[] => allTopics.filter((topic) => topic.kept === kept).map(({ name }) => name);
    await this.log.pool.query(`delete from log where topic = any($1) and appended_at < now() - interval '14 days'`, [
      named('14 days'),
    ]);
    await this.log.pool.query(
      `delete from log as old where topic = any($1) and exists (
         select from log as newer where newer.topic = old.topic and newer.key = old.key and newer."offset" > old."offset")`,
      [named('compacted')],
    );
  }

  async close(): Promise<void> {
    await LocalLog.release(this.databaseUrl);
  }
}
