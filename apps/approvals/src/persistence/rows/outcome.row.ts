import type { ItemRefusal, PublishedItem } from '@imprimatur/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OutcomeAnswer, OutcomeKind } from '../../domain/approval-request.ts';
import { ApprovalRequestRow } from './approval-request.row.ts';

/** The unique index is the rule: a request waits for at most one answer. */
@Entity('outcome')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], { name: 'outcome_request' })
@Index('outcome_awaited', ['workspaceId', 'requestId'], { unique: true, where: 'answered_at IS NULL' })
@Index('outcome_overdue', ['emittedAt'], { where: 'answered_at IS NULL' })
@Check('outcome_kind', `kind in ('approved', 'withdrawn', 'draft_deleted')`)
@Check('outcome_answer', `answer in ('applied', 'rejected', 'released') and (answer is null) = (answered_at is null)`)
export class OutcomeRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  /** The version of the request that the decision made, so later outcomes have higher ones. */
  @PrimaryColumn('integer', { name: 'request_version' }) requestVersion!: number;
  @Column('text') kind!: OutcomeKind;
  @Column('integer') attempt!: number;
  @Column('uuid', { name: 'ordered_by' }) orderedBy!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('timestamptz', { name: 'emitted_at', default: () => 'now()' }) emittedAt!: Date;
  @Column('integer', { default: 0 }) repeats!: number;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: OutcomeAnswer['kind'] | null;
  @Column('jsonb', { nullable: true }) versions!: PublishedItem[] | null;
  @Column('jsonb', { nullable: true }) reasons!: ItemRefusal[] | null;
}
