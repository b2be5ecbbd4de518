import type { Binding } from '@imprimatur/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConnectionRow } from './connection.row.ts';
import { ResourceRow } from './resource.row.ts';
import { RevisionRow } from './revision.row.ts';
import { SubmissionRow } from './submission.row.ts';

/** The one draft of a resource. Its content is the revision's. Changed only while the resource's row is locked. */
@Entity('draft')
@Index('draft_by_request', ['workspaceId', 'requestId'])
@Index('draft_by_destination', ['workspaceId', 'destinationId'])
@Index('draft_by_model', ['workspaceId', 'modelId'])
@Check('draft_state', `state in ('editing', 'in_review')`)
@Check('draft_in_review_for_a_request', `(state = 'in_review') = (request_id is not null)`)
@ForeignKey(() => ResourceRow, ['workspaceId', 'resourceId'], ['workspaceId', 'id'], { name: 'draft_resource_fk' })
@ForeignKey(() => RevisionRow, ['workspaceId', 'resourceId', 'revision'], ['workspaceId', 'resourceId', 'revision'], {
  name: 'draft_revision_fk',
})
@ForeignKey(() => SubmissionRow, ['workspaceId', 'requestId'], ['workspaceId', 'requestId'], {
  name: 'draft_submission_fk',
})
@ForeignKey(() => ConnectionRow, ['workspaceId', 'destinationId'], ['workspaceId', 'id'], {
  name: 'draft_destination_fk',
})
@ForeignKey(() => ResourceRow, ['workspaceId', 'modelId'], ['workspaceId', 'id'], { name: 'draft_model_fk' })
export class DraftRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'draft_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'draft_pk' })
  resourceId!: string;

  @Column('uuid', { name: 'draft_id' })
  draftId!: string;

  @Column('integer')
  revision!: number;

  @Column('integer', { name: 'base_version', nullable: true })
  baseVersion!: number | null;

  @Column('uuid', { array: true })
  contributors!: string[];

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'destination_id', nullable: true })
  destinationId!: string | null;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId!: string | null;

  @Column('jsonb', { nullable: true })
  binding!: Binding | null;

  @Column('text')
  state!: 'editing' | 'in_review';

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;
}
