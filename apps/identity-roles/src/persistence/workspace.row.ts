import type { Plan, WorkspaceSettings } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Workspace } from '../domain/workspace.ts';

@Entity('workspace')
export class WorkspaceRow implements Workspace {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') plan!: Plan;
  @Column('jsonb') settings!: WorkspaceSettings;
  @Column('integer') version!: number;
  @Column('integer') seq!: number;
}
