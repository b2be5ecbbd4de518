import type { JourneyContent } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AudienceRow } from './audience.row.ts';

/** What is saved is live. Its source is its audience's. Deleted ones stay on record. */
@Entity('journey')
@Index('journey_by_name', ['workspaceId', 'name', 'id'], { where: 'not deleted' })
@Index('journey_by_audience', ['workspaceId', 'audienceId'], { where: 'not deleted' })
@ForeignKey(() => AudienceRow, ['workspaceId', 'audienceId'], ['workspaceId', 'id'], { name: 'journey_audience_fk' })
export class JourneyRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'journey_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'journey_pk' })
  id!: string;

  @Column('text')
  name!: string;

  /** How often it was saved. */
  @Column('integer')
  version!: number;

  @Column('integer')
  seq!: number;

  @Column('uuid', { name: 'audience_id' })
  audienceId!: string;

  /** Those its steps name. */
  @Column('uuid', { name: 'destination_ids', array: true })
  destinationIds!: string[];

  @Column('jsonb')
  content!: JourneyContent;

  @Column('uuid', { name: 'saved_by' })
  savedBy!: string;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;

  @Column('boolean', { default: false })
  deleted!: boolean;
}
