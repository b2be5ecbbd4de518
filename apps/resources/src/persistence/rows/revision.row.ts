import type { Content } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ResourceRow } from './resource.row.ts';

/** One saved content of a resource. Never changed and never removed: a trigger sees to it. */
@Entity('revision')
@ForeignKey(() => ResourceRow, ['workspaceId', 'resourceId'], ['workspaceId', 'id'], { name: 'revision_resource_fk' })
export class RevisionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'revision_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'revision_pk' })
  resourceId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'revision_pk' })
  revision!: number;

  @Column('jsonb')
  content!: Content;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('uuid', { name: 'draft_id', nullable: true })
  draftId!: string | null;

  /** The version whose content it is once more. */
  @Column('integer', { name: 'restored_from', nullable: true })
  restoredFrom!: number | null;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;
}
