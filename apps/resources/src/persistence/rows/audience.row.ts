import type { AudienceContent } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConnectionRow } from './connection.row.ts';
import { ResourceRow } from './resource.row.ts';

/** What is saved is live. Its source is its model's. Deleted ones stay on record. */
@Entity('audience')
@Index('audience_by_name', ['workspaceId', 'name', 'id'], { where: 'not deleted' })
@Index('audience_by_model', ['workspaceId', 'modelId'], { where: 'not deleted' })
@ForeignKey(() => ResourceRow, ['workspaceId', 'modelId'], ['workspaceId', 'id'], { name: 'audience_model_fk' })
@ForeignKey(() => ConnectionRow, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], { name: 'audience_source_fk' })
export class AudienceRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'audience_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audience_pk' })
  id!: string;

  @Column('text')
  name!: string;

  /** How often it was saved. */
  @Column('integer')
  version!: number;

  @Column('integer')
  seq!: number;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('jsonb')
  content!: AudienceContent;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('boolean', { default: false })
  deleted!: boolean;
}
