import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One submitted approval request, as far as its drafts are concerned. */
@Entity('submission')
@Index('submission_unacknowledged', ['sentAt'], { where: 'acknowledged_at is null' })
@Check('submission_outcome', `outcome in ('withdrawn', 'deleted', 'published')`)
export class SubmissionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'submission_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'request_id', primaryKeyConstraintName: 'submission_pk' })
  requestId!: string;

  @Column('uuid', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  /** The event, to be sent again until it is acknowledged. */
  @Column('jsonb', { nullable: true })
  event!: unknown;

  @Column('timestamptz', { name: 'sent_at', default: () => 'now()' })
  sentAt!: Date;

  @Column('integer', { default: 0 })
  resends!: number;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  /** What people call the request: known once approvals has it. */
  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('text', { nullable: true })
  outcome!: 'withdrawn' | 'deleted' | 'published' | null;

  /** What was answered to the outcome, repeated when the outcome is. */
  @Column('jsonb', { nullable: true })
  answer!: unknown;
}
