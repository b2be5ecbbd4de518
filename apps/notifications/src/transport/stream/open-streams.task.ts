import { Directory, type Actor } from '@imprimatur/access';
import { Clock, DomainError } from '@imprimatur/kernel';
import { Logger, Metrics, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { FeedView, type FeedRow } from '../../persistence/feed.view.ts';
import type { OpenStream } from './open-stream.ts';

const ROUND_MS = 200;
/** A right or a session that ended ends its streams within this time, also when nothing happens. */
const RECHECK_MS = 5_000;
const PORTION = 500;
/** Of one member, in this process: some tabs and devices, and no end of them by mistake. */
const MOST_OF_ONE = 20;

/** The streams that are open in this process, and what is said in them: one look at the feed for all of them, several times a second. */
@Injectable()
export class OpenStreams extends Repeating {
  private readonly streams = new Set<OpenStream>();
  private checkedAt = 0;
  private isClosing = false;
  private readonly over;

  constructor(
    private readonly feed: FeedView,
    private readonly directory: Directory,
    private readonly clock: Clock,
    metrics: Metrics,
    logger: Logger,
  ) {
    super('tell open streams', ROUND_MS, () => this.tellAll(), logger);
    metrics.gauge('streams_open', 'Event streams that are open.', () => Promise.resolve(this.streams.size));
    this.over = metrics.counter('streams_over', 'Event streams that are over or were refused, by why.', ['why']);
  }

  /** Refuses one too many: whoever asks for several at once has none of them here yet. */
  add(stream: OpenStream): void {
    if (this.isClosing) return stream.end();
    const open = [...this.streams].filter(({ memberId }) => memberId === stream.memberId).length;
    if (open >= MOST_OF_ONE) {
      this.over.inc({ why: 'refused' });
      throw new DomainError('too-many', 'stream.too-many', `A member has ${MOST_OF_ONE} streams open at most.`, {
        retryAfter: 30,
      });
    }
    this.streams.add(stream);
    stream.body.once('close', () => {
      this.streams.delete(stream);
      this.over.inc({ why: stream.why });
    });
  }

  override hangUp(): void {
    this.isClosing = true;
    for (const stream of this.streams) stream.body.end();
  }

  private async tellAll(): Promise<void> {
    if (this.streams.size === 0) return;
    const streams = [...this.streams];
    const rows = await this.feed.since(placesOf(streams), PORTION);
    const now = this.clock.now();
    const isCheck = now.getTime() - this.checkedAt >= RECHECK_MS;
    if (isCheck) this.checkedAt = now.getTime();
    const news = Map.groupBy(rows, ({ workspaceId, after }) => `${workspaceId} ${after}`);
    for (const [workspaceId, listening] of Map.groupBy(streams, (stream) => stream.workspaceId)) {
      const heard = (stream: OpenStream): FeedRow[] => news.get(`${workspaceId} ${stream.position}`) ?? [];
      if (!isCheck && listening.every((stream) => heard(stream).length === 0)) continue;
      const actors = await this.actors(workspaceId, listening);
      for (const stream of listening) {
        const actor = actors.get(stream.memberId);
        if (stream.isGoodFor(actor, now)) stream.hear(heard(stream), actor, now);
        else stream.end();
      }
    }
  }

  private async actors(workspaceId: string, streams: OpenStream[]): Promise<Map<string, Actor>> {
    const memberIds = [...new Set(streams.map(({ memberId }) => memberId))];
    const actors = await this.directory.actors(workspaceId, memberIds);
    return new Map(actors.map((actor) => [actor.memberId, actor]));
  }
}

const placesOf = (streams: OpenStream[]) => [
  ...new Map(
    streams.map(({ workspaceId, position }) => [`${workspaceId} ${position}`, { workspaceId, position }]),
  ).values(),
];
