import type { AccessToken, Actor } from '@imprimatur/access';
import { PassThrough } from 'node:stream';
import type { FeedRow } from '../../persistence/feed.view.ts';
import { eventOf, isFor } from './feed-event.ts';
import { eventText } from './event-text.ts';

/** Looked at every five seconds: a silence lasts for 20 s at most. */
const HEARTBEAT_MS = 15_000;
/** Who does not read is let go, and goes on later where they stopped. */
const MOST_UNREAD = 256 * 1024;

/** One client that listens, and how far it has heard. */
export class OpenStream {
  readonly body = new PassThrough({ highWaterMark: MOST_UNREAD });
  private lastSaid = 0;
  private whyOver: 'left' | 'ended' | 'unread' = 'left';

  constructor(
    readonly token: AccessToken,
    private heardUpTo: string,
  ) {}

  get workspaceId(): string {
    return this.token.workspaceId;
  }

  get memberId(): string {
    return this.token.memberId;
  }

  get position(): string {
    return this.heardUpTo;
  }

  /** Why it is closed, once it is. */
  get why(): 'left' | 'ended' | 'unread' {
    return this.whyOver;
  }

  say(text: string, now: Date): void {
    this.lastSaid = now.getTime();
    if (!this.body.write(text)) this.letGo();
  }

  /** Says what of it is for the listener, and that nothing happened for long. */
  hear(rows: readonly FeedRow[], listener: Actor, now: Date): void {
    const texts = rows.filter((row) => isFor(row, listener)).map((row) => eventText.change(row.id, eventOf(row)));
    this.heardUpTo = rows.at(-1)?.id ?? this.heardUpTo;
    if (texts.length > 0) this.say(texts.join(''), now);
    else if (now.getTime() - this.lastSaid >= HEARTBEAT_MS) this.say(eventText.heartbeat, now);
  }

  /** Whether the one who opened it may still listen at all. */
  isGoodFor(actor: Actor | undefined, now: Date): actor is Actor {
    return actor !== undefined && this.token.memberSeq >= actor.tokensFromSeq && now < this.token.expiresAt;
  }

  /** Who was told so before and does not read it either is let go. */
  end(): void {
    if (this.body.writableEnded) return this.letGo();
    this.whyOver = 'ended';
    this.body.end(eventText.end);
  }

  private letGo(): void {
    this.whyOver = 'unread';
    this.body.destroy();
  }
}
