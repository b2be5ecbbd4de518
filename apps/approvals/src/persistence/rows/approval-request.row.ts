import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Decision } from '../../domain/approval-request.ts';
import type { RequestStatus } from '../../domain/request-status.ts';
import { FootprintRow } from './footprint.row.ts';

@Entity('approval_request')
@Unique('approval_request_number', ['workspaceId', 'number'])
@Index('approval_request_open', ['workspaceId', 'number'], {
  where: `status in ('pending', 'approved', 'publish_failed')`,
})
@Index('approval_request_submitter', ['workspaceId', 'submittedBy', 'number'])
@Index('approval_request_by_footprint', ['workspaceId', 'footprintId', 'number'])
@ForeignKey(() => FootprintRow, ['workspaceId', 'footprintId'], ['workspaceId', 'id'], {
  name: 'approval_request_footprint',
})
@Check(
  'approval_request_status',
  `status in ('pending', 'approved', 'published', 'publish_failed', 'withdrawn', 'draft_deleted')`,
)
@Check('approval_request_how', `how in ('approved', 'direct', 'withdrawn', 'draft_deleted')`)
@Check(
  'approval_request_decided',
  `(status = 'pending') = (decided_by is null) and (how is null) = (decided_by is null)`,
)
export class ApprovalRequestRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') status!: RequestStatus;
  @Column('uuid', { name: 'submitted_by' }) submittedBy!: string;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('smallint', { name: 'required_approvals' }) requiredApprovals!: number;
  @Column('text', { name: 'items_hash' }) itemsHash!: string;
  @Column('uuid', { name: 'footprint_id' }) footprintId!: string;
  /** Of all items together. */
  @Column('uuid', { array: true, default: '{}' }) contributors!: string[];
  @Column('integer', { default: 0 }) attempt!: number;
  @Column('text', { nullable: true }) how!: Decision['how'] | null;
  @Column('uuid', { name: 'approved_by', array: true, default: '{}' }) approvedBy!: string[];
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_comment', nullable: true }) decisionComment!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
