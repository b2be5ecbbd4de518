import type { GatedKind } from '@imprimatur/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConnectionRow } from './connection.row.ts';

/** A model or a sync. Its ends are those of the published version, else those of the draft. Locked first by every command on it. */
@Entity('resource')
@Index('resource_listed', ['workspaceId', 'kind', 'name', 'id'], { where: 'not deleted' })
@Index('resource_by_source', ['workspaceId', 'sourceId'])
@Index('resource_by_destination', ['workspaceId', 'destinationId'])
@Index('resource_by_model', ['workspaceId', 'modelId'])
@Check('resource_kind', `kind in ('model', 'sync')`)
@Check('resource_ends', `(kind = 'sync') = (destination_id is not null) and (kind = 'sync') = (model_id is not null)`)
@ForeignKey(() => ConnectionRow, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], { name: 'resource_source_fk' })
@ForeignKey(() => ConnectionRow, ['workspaceId', 'destinationId'], ['workspaceId', 'id'], {
  name: 'resource_destination_fk',
})
@ForeignKey(() => ResourceRow, ['workspaceId', 'modelId'], ['workspaceId', 'id'], { name: 'resource_model_fk' })
export class ResourceRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'resource_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resource_pk' })
  id!: string;

  @Column('text')
  kind!: GatedKind;

  @Column('text')
  name!: string;

  @Column('integer', { name: 'metadata_version' })
  metadataVersion!: number;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'destination_id', nullable: true })
  destinationId!: string | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Column('integer', { name: 'last_revision' })
  lastRevision!: number;

  @Column('integer', { name: 'published_version', nullable: true })
  publishedVersion!: number | null;

  @Column('integer')
  seq!: number;

  @Column('boolean', { default: false })
  deleted!: boolean;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { default: '' })
  description!: string;

  @Column('text', { array: true, default: '{}' })
  labels!: string[];
}
