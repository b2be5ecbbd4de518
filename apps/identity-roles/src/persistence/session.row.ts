import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Session } from '../domain/session.ts';
import { MemberRow } from './member.row.ts';

@Entity('session')
@Index('session_by_member', ['workspaceId', 'memberId'], { where: 'revoked_at IS NULL' })
@ForeignKey(() => MemberRow, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'session_member' })
export class SessionRow implements Session {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
