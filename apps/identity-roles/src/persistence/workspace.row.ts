import type { Plan, WorkspaceSettings } from '@imprimatur/contracts';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Workspace } from '../domain/workspace.ts';

@Entity('workspace')
@Unique('workspace_slug', ['slug'])
@Check('workspace_plan', `plan in ('free', 'pro', 'business')`)
export class WorkspaceRow implements Workspace {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') plan!: Plan;
  @Column('jsonb') settings!: WorkspaceSettings;
  @Column('integer') version!: number;
  @Column('integer') seq!: number;
}
