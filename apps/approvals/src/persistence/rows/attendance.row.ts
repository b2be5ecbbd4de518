import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApprovalRequestRow } from './approval-request.row.ts';

/** When it was last judged whether a chosen reviewer can act on a request. Written under the lock of the request's row. */
@Entity('attendance')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], {
  name: 'attendance_request',
})
export class AttendanceRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  /** The state of the workspace's rights that it was judged by: whenever they are in another, it is judged again. */
  @Column('bigint') rights!: string;
  /** Since when it is said that none can. Reviewers that change take the row away, and with it that it was said. */
  @Column('timestamptz', { name: 'said_at', nullable: true }) saidAt!: Date | null;
}
