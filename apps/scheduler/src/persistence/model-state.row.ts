import type { DataOf, ModelState } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Model = DataOf<typeof ModelState>;

/** The newest state of a model that was heard. */
@Entity({ name: 'model_state' })
export class ModelStateRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'model_state_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'model_state_pk' })
  id!: string;

  @Column('bigint')
  seq!: string;

  @Column('boolean')
  deleted!: boolean;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('jsonb', { nullable: true })
  published!: Model['published'];

  @Column('boolean', { name: 'has_draft' })
  hasDraft!: boolean;
}
