import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApprovalRequestRow } from './approval-request.row.ts';

/** The key is the rule: one vote a member. */
@Entity('vote')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], { name: 'vote_request' })
@Index('vote_by_member', ['workspaceId', 'memberId', 'requestId'])
export class VoteRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text', { name: 'items_hash' }) itemsHash!: string;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('timestamptz', { name: 'voted_at' }) votedAt!: Date;
}
