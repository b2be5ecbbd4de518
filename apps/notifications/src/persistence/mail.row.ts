import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import type { MailState, Reason } from '../domain/delivery.ts';
import { AnnouncementRow } from './announcement.row.ts';

@Entity('mail')
@Unique('mail_once', ['workspaceId', 'eventId', 'memberId'])
@Unique('mail_message_once', ['workspaceId', 'messageId'])
@Check('mail_state', `state in ('pending', 'sending', 'sent', 'failed', 'skipped')`)
@Check('mail_lease', `(state = 'sending') = (lease_until is not null)`)
@Index('mail_due', ['nextAttemptAt'], { where: `state = 'pending'` })
@Index('mail_leased', ['leaseUntil'], { where: `state = 'sending'` })
@Index('mail_age', ['createdAt'])
@Index('mail_newest', ['workspaceId', 'createdAt', 'id'])
export class MailRow {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid', primaryKeyConstraintName: 'mail_pk' })
  workspaceId!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mail_pk' })
  id!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @ManyToOne(() => AnnouncementRow, { nullable: false })
  @JoinColumn([
    { name: 'workspace_id', referencedColumnName: 'workspaceId', foreignKeyConstraintName: 'mail_announcement_fk' },
    { name: 'event_id', referencedColumnName: 'eventId', foreignKeyConstraintName: 'mail_announcement_fk' },
  ])
  announcement!: Relation<AnnouncementRow>;

  @Column({ name: 'member_id', type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text' })
  reason!: Reason;

  /** The part before the `@`, which is the domain that mail is sent from. */
  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ type: 'text' })
  state!: MailState;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'next_attempt_at', type: 'timestamptz', default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
