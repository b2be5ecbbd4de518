import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Member } from '../domain/member.ts';

@Entity('member')
export class MemberRow implements Member {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text') kind!: Member['kind'];
  @Column('text') name!: string;
  @Column('uuid', { name: 'role_id' }) roleId!: string;
  @Column('boolean') active!: boolean;
  @Column('boolean') deleted!: boolean;
  @Column('integer') version!: number;
  @Column('integer') seq!: number;
}
