import type { DataOf, ConnectionState } from '@imprimatur/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Connection = DataOf<typeof ConnectionState>;

/** How to reach a source or destination, credentials sealed. */
@Entity({ name: 'connection_state' })
export class ConnectionStateRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'connection_state_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'connection_state_pk' })
  id!: string;

  @Column('text')
  kind!: Connection['kind'];

  @Column('bigint')
  seq!: string;

  @Column('boolean')
  deleted!: boolean;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  settings!: Connection['settings'];

  @Column('jsonb', { nullable: true })
  credentials!: Connection['credentials'];
}
