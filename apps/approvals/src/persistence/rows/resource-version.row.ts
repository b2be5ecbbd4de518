import type { GatedKind } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Local copy of which version of a model or sync is published, from resources.state. */
@Entity('resource_version')
export class ResourceVersionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('text') kind!: GatedKind;
  @Column('integer', { nullable: true }) version!: number | null;
  @Column('boolean') deleted!: boolean;
  @Column('bigint') seq!: string;
}
