import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../domain/role.ts';
import { WorkspaceRow } from './workspace.row.ts';

@Entity('role')
@Unique('role_built_in', ['workspaceId', 'builtIn'])
@Index('role_name', { synchronize: false })
@ForeignKey(() => WorkspaceRow, ['workspaceId'], ['id'], { name: 'role_workspace' })
export class RoleRow implements Role {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'built_in', nullable: true }) builtIn!: BuiltInRoleKey | null;
  @Column('jsonb') document!: RoleDocument;
  @Column('boolean') deleted!: boolean;
  @Column('integer') seq!: number;
}
