import type { Sealed } from '@imprimatur/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A source or a destination. Deleted ones stay, without settings and credentials. */
@Entity('connection')
@Index('connection_by_name', ['workspaceId', 'kind', 'name', 'id'])
@Check('connection_kind', `kind in ('source', 'destination')`)
@Check('connection_erased', 'not deleted or credentials is null')
export class ConnectionRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'connection_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'connection_pk' })
  id!: string;

  @Column('text')
  kind!: 'source' | 'destination';

  @Column('text')
  type!: 'postgres';

  @Column('text')
  name!: string;

  @Column('jsonb')
  settings!: object;

  @Column('jsonb', { nullable: true })
  credentials!: Sealed | null;

  @Column('integer')
  version!: number;

  @Column('integer')
  seq!: number;

  @Column('boolean', { default: false })
  deleted!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
