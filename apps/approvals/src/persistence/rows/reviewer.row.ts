import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApprovalRequestRow } from './approval-request.row.ts';

@Entity('reviewer')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], { name: 'reviewer_request' })
export class ReviewerRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @Column('uuid', { name: 'added_by' }) addedBy!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
