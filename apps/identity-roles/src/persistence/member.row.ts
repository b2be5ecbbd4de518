import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { AccountRow } from './account.row.ts';
import { RoleRow } from './role.row.ts';
import { WorkspaceRow } from './workspace.row.ts';

@Entity('member')
@Unique('member_account', ['workspaceId', 'accountId'])
@Index('member_by_account', ['accountId'], { where: 'account_id IS NOT NULL' })
@Check('member_kind', `kind in ('person', 'service')`)
@Check('member_person_has_account', `deleted or kind = 'service' or account_id is not null`)
@Check('member_deleted_is_erased', `not deleted or (account_id is null and name = '' and not active)`)
@ForeignKey(() => WorkspaceRow, ['workspaceId'], ['id'], { name: 'member_workspace' })
@ForeignKey(() => RoleRow, ['workspaceId', 'roleId'], ['workspaceId', 'id'], { name: 'member_role' })
@ForeignKey(() => AccountRow, ['accountId'], ['id'], { name: 'member_account_exists' })
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
  @Column('integer', { name: 'tokens_from_seq', default: 1 }) tokensFromSeq!: number;
}
