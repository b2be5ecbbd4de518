import type { Binding } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConnectionRow } from './connection.row.ts';
import { PublicationRow } from './publication.row.ts';
import { RevisionRow } from './revision.row.ts';

/** A published revision. Never changed and never removed: a trigger sees to it. */
@Entity('version')
@Unique('version_revision_once', ['workspaceId', 'resourceId', 'revision'])
@Index('version_by_publication', ['workspaceId', 'publicationId'])
@ForeignKey(() => RevisionRow, ['workspaceId', 'resourceId', 'revision'], ['workspaceId', 'resourceId', 'revision'], {
  name: 'version_revision_fk',
})
@ForeignKey(() => PublicationRow, ['workspaceId', 'publicationId'], ['workspaceId', 'id'], {
  name: 'version_publication_fk',
})
@ForeignKey(() => ConnectionRow, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], { name: 'version_source_fk' })
@ForeignKey(() => ConnectionRow, ['workspaceId', 'destinationId'], ['workspaceId', 'id'], {
  name: 'version_destination_fk',
})
export class VersionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'version_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'version_pk' })
  resourceId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'version_pk' })
  version!: number;

  @Column('integer')
  revision!: number;

  /** The draft it was published from; null for a change around the draft. */
  @Column('uuid', { name: 'draft_id', nullable: true })
  draftId!: string | null;

  @Column('jsonb', { nullable: true })
  binding!: Binding | null;

  /** Where the version had the resource, whatever became of it since: who may not look there may not see the version. */
  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'destination_id', nullable: true })
  destinationId!: string | null;

  @Column('uuid', { name: 'publication_id' })
  publicationId!: string;

  @Column('timestamptz', { name: 'schedule_anchor' })
  scheduleAnchor!: Date;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;
}
