import type { Topic } from '@imprimatur/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { partitionOf } from '../partition-of.ts';

/** A right that was taken away stops working within this time, or nothing that needs it works. */
export const FRESH_SECONDS = 5;

/** A topic as a projection group reads it. */
export interface ProjectedTopic {
  group: string;
  topic: Topic;
}

/** How old the newest beat is that a projection has read of a partition; infinitely, before the first. */
export interface BeatAge {
  group: string;
  topic: string;
  partition: number;
  seconds: number;
}

/** Whether what this service knows of others may be out of date. */
export class Freshness {
  private readonly projected: ProjectedTopic[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly partitionsOf: (topic: Topic) => number,
  ) {}

  /** Called while handlers are registered. */
  watch(projected: ProjectedTopic): void {
    const isSame = (each: ProjectedTopic): boolean =>
      each.group === projected.group && each.topic.name === projected.topic.name;
    if (!this.projected.some(isSame)) this.projected.push(projected);
  }

  /**
   * Over all projections of this service: the newest beat for the workspace is over 5 s old by the database's time, or a record of the
   * workspace could not be projected. Inside a transaction ask with it: a second connection could be one too many for the pool.
   */
  async behind(workspaceId: string, tx?: EntityManager): Promise<boolean> {
    if (this.projected.length === 0) return false;
    const [row] = await (tx ?? this.dataSource).query<[{ behind: boolean }]>(
      `select exists (
         select from unnest($1::text[], $2::text[], $3::int[]) as projected(group_name, topic, partition)
         where not exists (
           select from projection_beat as beat
           where (beat.group_name, beat.topic, beat.partition) = (projected.group_name, projected.topic, projected.partition)
             and beat.at >= clock_timestamp() - interval '${FRESH_SECONDS} s')
       ) or exists (
         select from dead_letter where group_name = any($1) and (workspace_id = $4 or workspace_id is null)
       ) as behind`,
      [
        this.projected.map(({ group }) => group),
        this.projected.map(({ topic }) => topic.name),
        this.projected.map(({ topic }) => partitionOf(workspaceId, this.partitionsOf(topic))),
        workspaceId,
      ],
    );
    return row.behind;
  }

  /** The age of every partition's newest beat, for all projections of this service. */
  async beatAges(): Promise<BeatAge[]> {
    const places = this.projected.flatMap(({ group, topic }) =>
      Array.from({ length: this.partitionsOf(topic) }, (_, partition) => ({ group, topic: topic.name, partition })),
    );
    if (places.length === 0) return [];
    return this.dataSource.query<BeatAge[]>(
      `select group_name as "group", topic, partition,
              coalesce(extract(epoch from clock_timestamp() - beat.at), 'infinity')::float8 as seconds
       from unnest($1::text[], $2::text[], $3::int[]) as projected(group_name, topic, partition)
       left join projection_beat as beat using (group_name, topic, partition)`,
      [places.map(({ group }) => group), places.map(({ topic }) => topic), places.map(({ partition }) => partition)],
    );
  }
}
