import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';

/** What somebody with an unsubscribe link sees before they use it. */
export interface SubscriptionDetail {
  workspaceName: string;
  eventClass: EventClass;
  muted: boolean;
}

@Injectable()
export class SubscriptionView {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for a token that is none of ours. */
  async read(token: string): Promise<SubscriptionDetail | null> {
    const [row]: SubscriptionDetail[] = await this.dataSource.query(
      `select coalesce(w.name, '') as "workspaceName", t.event_class as "eventClass",
              coalesce(t.event_class = any(p.muted), false) as muted
         from unsubscribe_token t
         left join access_workspace w on w.id = t.workspace_id
         left join mail_preference p on p.workspace_id = t.workspace_id and p.member_id = t.member_id
        where t.token = $1`,
      [token],
    );
    return row ?? null;
  }
}
