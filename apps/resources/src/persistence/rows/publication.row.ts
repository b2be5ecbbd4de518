import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Who made what live, when and how; of an approved request, the answer to one attempt, kept to be repeated. */
@Entity('publication')
@Unique('publication_once_per_attempt', ['workspaceId', 'requestId', 'attempt'])
@Check('publication_how', `how in ('direct', 'request')`)
@Check('publication_outcome', `outcome in ('applied', 'rejected')`)
@Check(
  'publication_of_a_request',
  `(request_id is null) = (attempt is null) and (how = 'direct' or request_id is not null)`,
)
export class PublicationRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'publication_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pk' })
  id!: string;

  /** `direct` also when somebody who could publish every item decided an open request so. */
  @Column('text')
  how!: 'direct' | 'request';

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('integer', { nullable: true })
  attempt!: number | null;

  @Column('uuid', { name: 'published_by', array: true })
  publishedBy!: string[];

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('text')
  outcome!: 'applied' | 'rejected';

  @Column('jsonb')
  answer!: unknown;
}
