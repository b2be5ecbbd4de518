import { CurrentActor, CurrentToken, Requires, type AccessToken, type Actor } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { Controller, Get, Headers, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FeedView } from '../../persistence/feed.view.ts';
import { eventText } from './event-text.ts';
import { eventOf, isFor } from './feed-event.ts';
import { OpenStream } from './open-stream.ts';
import { OpenStreams } from './open-streams.task.ts';
import { MissedEvents, StreamQuery } from './stream.dto.ts';

/** Who missed more looks at everything anew. */
const MOST_MISSED = 1_000;

/** Nothing on the way keeps or holds back what is said; and the connection of a stream that ends is not kept for others. */
const headers = { 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no', connection: 'close' };

@ApiTags('stream')
@Controller('api/v1/stream')
export class StreamController {
  constructor(
    private readonly feed: FeedView,
    private readonly streams: OpenStreams,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('member')
  @ApiOperation({
    summary: 'What changes, as it happens',
    description:
      `To those who accept \`text/event-stream\`, a server-sent event stream: \`ready\` first, then a message with a FeedEvent for each
change of something that the member may view, \`reset\` where it is not known any more what was missed, and \`end\` where the token expires or was
ended. To everybody else, what came after \`Last-Event-ID\`.`.replaceAll('\n', ' '),
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'the id of the last event heard of; goes on after it',
    schema: { type: 'string' },
  })
  @ApiProduces('application/json', 'text/event-stream')
  @ApiOkResponse({ standardSchema: MissedEvents })
  async listen(
    @CurrentActor() actor: Actor,
    @CurrentToken() token: AccessToken,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastHeard: string | undefined,
    @Query({ schema: StreamQuery }) { lastEventId = lastHeard }: StreamQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MissedEvents | StreamableFile> {
    if (accept?.includes('text/event-stream') !== true) return this.missed(actor, lastEventId);
    const stream = await this.open(token, lastEventId);
    this.streams.add(stream);
    reply.headers(headers);
    return new StreamableFile(stream.body, { type: 'text/event-stream' });
  }

  private async open(token: AccessToken, lastEventId: string | undefined): Promise<OpenStream> {
    const { last, isWhole } = await this.feed.standing(token.workspaceId, positionOf(lastEventId));
    const goesOn = isWhole && lastEventId !== undefined;
    const stream = new OpenStream(token, goesOn ? lastEventId : last);
    const now = this.clock.now();
    stream.say(eventText.ready(stream.position), now);
    if (lastEventId !== undefined && !goesOn) stream.say(eventText.reset(last), now);
    return stream;
  }

  private async missed(actor: Actor, lastEventId: string | undefined): Promise<MissedEvents> {
    const { workspaceId } = actor;
    const position = positionOf(lastEventId);
    const { last, isWhole } = await this.feed.standing(workspaceId, position);
    if (position === null || !isWhole) return { lastEventId: last, isWhole: false, events: [] };
    const rows = await this.feed.since([{ workspaceId, position }], MOST_MISSED);
    if (rows.length === MOST_MISSED) return { lastEventId: last, isWhole: false, events: [] };
    const events = rows.filter((row) => isFor(row, actor)).map(eventOf);
    return { lastEventId: rows.at(-1)?.id ?? position, isWhole: true, events };
  }
}

/** Null for none, and for one that no feed gave out. */
const positionOf = (lastEventId: string | undefined): string | null =>
  lastEventId !== undefined && /^(0|[1-9]\d{0,17})$/.test(lastEventId) ? lastEventId : null;
