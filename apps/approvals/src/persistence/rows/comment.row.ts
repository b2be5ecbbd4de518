import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { commentOccasions, type CommentOccasion } from '../../domain/approval-request.ts';
import { ApprovalRequestRow } from './approval-request.row.ts';

@Entity('comment')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], { name: 'comment_request' })
@Index('comment_thread', ['workspaceId', 'requestId', 'commentedAt', 'id'])
@Check('comment_occasion', `occasion in (${commentOccasions.map((each) => `'${each}'`).join(', ')})`)
export class CommentRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'request_id' }) requestId!: string;
  @Column('uuid', { name: 'commented_by' }) commentedBy!: string;
  @Column('timestamptz', { name: 'commented_at' }) commentedAt!: Date;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) occasion!: CommentOccasion | null;
}
