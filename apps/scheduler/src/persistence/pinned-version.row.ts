import type { Content } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The content of a published version that a run was started on: kept, because a run finishes on it whatever is published meanwhile. */
@Entity({ name: 'pinned_version' })
export class PinnedVersionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'pinned_version_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'pinned_version_pk' })
  resourceId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pinned_version_pk' })
  version!: number;

  @Column('jsonb')
  content!: Content;
}
