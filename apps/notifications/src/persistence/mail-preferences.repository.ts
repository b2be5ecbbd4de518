import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';

export interface StoredPreferences {
  muted: EventClass[];
  /** 0 for somebody who never changed them. */
  version: number;
}

@Injectable()
export class MailPreferencesRepository {
  async find(tx: EntityManager, workspaceId: string, memberId: string): Promise<StoredPreferences> {
    const [row]: StoredPreferences[] = await tx.query(
      'select muted, version from mail_preference where workspace_id = $1 and member_id = $2',
      [workspaceId, memberId],
    );
    return row ?? { muted: [], version: 0 };
  }

  /** Returns whether they were still at this version, and only then replaces them. */
  async replace(
    tx: EntityManager,
    workspaceId: string,
    memberId: string,
    { muted, version }: StoredPreferences,
  ): Promise<boolean> {
    const statement =
      version === 0
        ? `insert into mail_preference (workspace_id, member_id, muted, version) values ($1, $2, $3, $4 + 1)
           on conflict do nothing returning version`
        : `with changed as (
             update mail_preference set muted = $3, version = version + 1
              where workspace_id = $1 and member_id = $2 and version = $4 returning version)
           select version from changed`;
    const rows: unknown[] = await tx.query(statement, [workspaceId, memberId, muted, version]);
    return rows.length > 0;
  }

  /** Changes nothing when it is off already. */
  async mute(tx: EntityManager, workspaceId: string, memberId: string, eventClass: EventClass): Promise<void> {
    await tx.query(
      `insert into mail_preference as p (workspace_id, member_id, muted, version) values ($1, $2, array[$3::text], 1)
       on conflict (workspace_id, member_id) do update set muted = p.muted || $3::text, version = p.version + 1
       where not $3::text = any(p.muted)`,
      [workspaceId, memberId, eventClass],
    );
  }
}
