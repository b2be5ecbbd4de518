import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';

@Entity('unsubscribe_token')
@Unique('unsubscribe_token_once', ['token'])
export class UnsubscribeTokenRow {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid', primaryKeyConstraintName: 'unsubscribe_token_pk' })
  workspaceId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'unsubscribe_token_pk' })
  memberId!: string;

  @PrimaryColumn({ name: 'event_class', type: 'text', primaryKeyConstraintName: 'unsubscribe_token_pk' })
  eventClass!: EventClass;

  @Column({ type: 'text' })
  token!: string;
}
