import type { DataSource } from 'typeorm';

const AT_ONCE = 5_000;

/** The inbox is kept longer than any topic or outbox, so that a replayed or late event is still recognised. */
const EXPIRED = [
  `delete from outbox where id in (select id from outbox where published_at < now() - interval '14 days' limit ${AT_ONCE})`,
  `delete from inbox where ctid = any(array(select ctid from inbox where received_at < now() - interval '35 days' limit ${AT_ONCE}))`,
];

/** Deletes what is past its time, a few thousand rows a statement. */
export async function deleteExpired(dataSource: DataSource): Promise<void> {
  for (const statement of EXPIRED) {
    for (let deleted = AT_ONCE; deleted === AT_ONCE;) {
      [, deleted] = await dataSource.query<[unknown[], number]>(statement);
    }
  }
}
