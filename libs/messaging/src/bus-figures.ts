import type { DataSource } from 'typeorm';
import type { Freshness } from './consume/freshness.ts';
import type { Group } from './consume/group.ts';

/** How the bus of one service is doing right now, as its database says. */
export class BusFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly freshness: Freshness,
    private readonly groups: ReadonlyMap<string, Group>,
  ) {}

  /** Events that are not sent yet, those set aside included, and how long the oldest has been waiting. */
  async outbox(): Promise<{ unsent: number; oldestSeconds: number }> {
    const [row] = await this.dataSource.query<[{ unsent: number; oldestSeconds: number }]>(
      `select count(*)::int as unsent, coalesce(extract(epoch from clock_timestamp() - min(time)), 0)::float8 as "oldestSeconds"
       from outbox where published_at is null`,
    );
    return row;
  }

  /** How long ago the newest beat of the partition that is furthest behind was, by projection. */
  async beatAges(): Promise<Map<string, number>> {
    const oldest = new Map<string, number>();
    for (const { group, seconds } of await this.freshness.beatAges())
      oldest.set(group, Math.max(seconds, oldest.get(group) ?? 0));
    return oldest;
  }

  /** Dead letters of each group, without what is parked behind them. */
  async deadLetters(): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ group: string; letters: number }[]>(
      `select group_name as "group", count(*)::int as letters from dead_letter where reason <> 'parked' group by 1`,
    );
    const none = [...this.groups.keys()].map((group): [string, number] => [group, 0]);
    return new Map([...none, ...rows.map(({ group, letters }): [string, number] => [group, letters])]);
  }
}
