import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ServiceToken } from '../../domain/service-token.ts';
import { MemberRow } from '../member.row.ts';

@Entity('service_token')
@Unique('service_token_hash', ['hash'])
@Index('service_token_by_member', ['workspaceId', 'memberId'])
@ForeignKey(() => MemberRow, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'service_token_member' })
export class ServiceTokenRow implements ServiceToken {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') name!: string;
  @Column('bytea') hash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
