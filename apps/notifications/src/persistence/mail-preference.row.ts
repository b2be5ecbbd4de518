import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventClass } from '../domain/event-classes.ts';

@Entity('mail_preference')
export class MailPreferenceRow {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid', primaryKeyConstraintName: 'mail_preference_pk' })
  workspaceId!: string;

  @PrimaryColumn({ name: 'member_id', type: 'uuid', primaryKeyConstraintName: 'mail_preference_pk' })
  memberId!: string;

  /** The classes that are not mailed: one that is new is on for everybody. */
  @Column({ type: 'text', array: true })
  muted!: EventClass[];

  @Column({ type: 'integer' })
  version!: number;
}
