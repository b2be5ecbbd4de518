import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/role.ts';

@Entity('role')
export class RoleRow implements Role {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'built_in', nullable: true }) builtIn!: BuiltInRoleKey | null;
  @Column('jsonb') document!: RoleDocument;
  @Column('boolean') deleted!: boolean;
  @Column('integer') seq!: number;
}
