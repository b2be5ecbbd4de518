import type { PoolClient } from 'pg';
import { RecordRefused, SenderFenced, type OutgoingRecord, type Sender } from '../transport.ts';
import type { LocalLog } from './local-log.ts';

/** Data exceptions and broken constraints: the log will never take this. */
const REFUSED = /^2[23]/;

/** Appends to the log under a lock per topic, and only while no later sender of the service was opened. */
export class LocalSender implements Sender {
  private epoch: string | undefined;

  constructor(
    private readonly log: LocalLog,
    private readonly service: string,
  ) {}

  async open(): Promise<void> {
    const { rows } = await this.log.pool.query<{ epoch: string }>(
      `insert into sender (service, epoch) values ($1, 1)
       on conflict (service) do update set epoch = sender.epoch + 1 returning epoch`,
      [this.service],
    );
    this.epoch = rows[0]?.epoch;
  }

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = Object.entries(Object.groupBy(records, ({ topic }) => topic.name)).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const ends = await this.log
      .transaction(async (tx) => {
        await this.assertNotFenced(tx);
        const appended = [];
        for (const [topic, all] of byTopic) appended.push({ topic, end: await append(tx, topic, all ?? []) });
        return appended;
      })
      .catch((error: Error & { code?: string }) => {
        if (error.code !== undefined && REFUSED.test(error.code))
          throw new RecordRefused(error.message, { cause: error });
        throw error;
      });
    for (const { topic, end } of ends) this.log.watch.appended(topic, end);
  }

  close(): Promise<void> {
    this.epoch = undefined;
    return Promise.resolve();
  }

  private async assertNotFenced(tx: PoolClient): Promise<void> {
    const { rows } = await tx.query('select from sender where service = $1 and epoch = $2 for share', [
      this.service,
      this.epoch,
    ]);
    if (rows.length === 0) throw new SenderFenced('A later sender of this service was opened.');
  }
}

async function append(tx: PoolClient, topic: string, records: readonly OutgoingRecord[]): Promise<string> {
  const { rows } = await tx.query<{ last_offset: string }>(
    `insert into topic (name, last_offset) values ($1, $2)
     on conflict (name) do update set last_offset = topic.last_offset + excluded.last_offset returning last_offset`,
    [topic, records.length],
  );
  const end = rows[0]!.last_offset;
  await tx.query(
    `insert into log (topic, "offset", key, headers, value)
     select $1, $2::bigint - $3::bigint + position, key, headers::json, value
     from unnest($4::text[], $5::text[], $6::text[]) with ordinality as record(key, headers, value, position)`,
    [
      topic,
      end,
      records.length,
      records.map(({ key }) => key),
      records.map(({ headers }) => JSON.stringify(headers)),
      records.map(({ value }) => value),
    ],
  );
  // Beats come every second and only the last one counts.
  await tx.query(`delete from log where topic = $1 and key = any($2) and "offset" <= $3::bigint - $4::bigint`, [
    topic,
    records.map(({ key }) => key).filter((key) => key.startsWith('beat:')),
    end,
    records.length,
  ]);
  return end;
}
