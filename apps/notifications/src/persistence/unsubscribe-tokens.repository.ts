import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';

/** The mails of one class to one member. */
export interface Subscription {
  workspaceId: string;
  memberId: string;
  eventClass: EventClass;
}

/**
 * What an unsubscribe link holds: a random text that stands for one member and one class. Kept, not signed, so that it needs no key
 * and works for as long as the mail is around.
 */
@Injectable()
export class UnsubscribeTokensRepository {
  /** The token of a subscription, made when it is first asked for. */
  async of(tx: EntityManager, { workspaceId, memberId, eventClass }: Subscription): Promise<string> {
    const subscription = [workspaceId, memberId, eventClass];
    await tx.query(
      `insert into unsubscribe_token (workspace_id, member_id, event_class, token) values ($1, $2, $3, $4)
       on conflict (workspace_id, member_id, event_class) do nothing`,
      [...subscription, randomBytes(32).toString('base64url')],
    );
    const [row]: { token: string }[] = await tx.query(
      'select token from unsubscribe_token where workspace_id = $1 and member_id = $2 and event_class = $3',
      subscription,
    );
    return row!.token;
  }

  async find(tx: EntityManager, token: string): Promise<Subscription | null> {
    const [row]: Subscription[] = await tx.query(
      `select workspace_id as "workspaceId", member_id as "memberId", event_class as "eventClass"
         from unsubscribe_token where token = $1`,
      [token],
    );
    return row ?? null;
  }
}
