import type { DataOf, SyncState } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Sync = DataOf<typeof SyncState>;

/** The newest state of a sync that was heard. */
@Entity({ name: 'sync_state' })
export class SyncStateRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'sync_state_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sync_state_pk' })
  id!: string;

  @Column('bigint')
  seq!: string;

  @Column('boolean')
  deleted!: boolean;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'destination_id' })
  destinationId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('jsonb', { nullable: true })
  published!: Sync['published'];
}
