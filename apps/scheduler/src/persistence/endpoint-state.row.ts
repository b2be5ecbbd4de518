import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest state of a source or destination that was heard. */
@Entity({ name: 'endpoint_state' })
export class EndpointStateRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'endpoint_state_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'endpoint_state_pk' })
  id!: string;

  @Column('text')
  kind!: 'source' | 'destination';

  @Column('bigint')
  seq!: string;

  @Column('boolean')
  deleted!: boolean;

  @Column('text')
  name!: string;
}
