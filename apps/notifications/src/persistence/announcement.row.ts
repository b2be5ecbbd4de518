import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Announced } from '../domain/announced.ts';

@Entity('announcement')
@Index('announcement_request', ['workspaceId', 'requestId'])
@Index('announcement_age', ['occurredAt'])
export class AnnouncementRow {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid', primaryKeyConstraintName: 'announcement_pk' })
  workspaceId!: string;

  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'announcement_pk' })
  eventId!: string;

  @Column({ type: 'text' })
  occasion!: Announced['occasion'];

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'jsonb' })
  content!: Announced;
}
