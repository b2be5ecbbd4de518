import type { RefusalCode, RunCounts } from '@imprimatur/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Rejection, RunFailure, RunStatus } from '../domain/run.ts';

/** One execution of a sync, or the record that it was refused. */
@Entity({ name: 'run' })
@Index('run_one_running', ['workspaceId', 'syncId'], { unique: true, where: `status = 'running'` })
@Index('run_one_queued', ['workspaceId', 'syncId', 'trigger'], { unique: true, where: `status = 'queued'` })
@Index('run_ready', ['readyAt'], { where: `status = 'queued'` })
@Index('run_lost', ['leaseExpiresAt'], { where: `status = 'running'` })
@Index('run_ended', ['status', 'finishedAt'])
@Index('run_of_model', ['workspaceId', 'modelId', 'modelVersion'], { where: 'model_version is not null' })
@Index('run_newest', ['workspaceId', 'createdAt', 'id'])
@Index('run_newest_of_sync', ['workspaceId', 'syncId', 'createdAt', 'id'])
@Check('run_status', `status in ('queued', 'running', 'succeeded', 'failed', 'refused')`)
@Check('run_pinned', `status in ('queued', 'refused') or (sync_version is not null and model_version is not null)`)
@Check('run_refused', `(status = 'refused') = (code is not null)`)
export class RunRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'run_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'run_pk' })
  id!: string;

  @Column('uuid', { name: 'sync_id' })
  syncId!: string;

  @Column('text', { name: 'sync_name' })
  syncName!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  @Column('uuid', { name: 'destination_id' })
  destinationId!: string;

  @Column('text')
  trigger!: 'manual' | 'schedule';

  @Column('text')
  status!: RunStatus;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When the gate may look at a queued run. */
  @Column('timestamptz', { name: 'ready_at' })
  readyAt!: Date;

  @Column('boolean', { default: false })
  rechecked!: boolean;

  @Column('text', { nullable: true })
  code!: RefusalCode | null;

  @Column('text', { array: true, default: () => `'{}'` })
  codes!: RefusalCode[];

  @Column('integer', { name: 'sync_version', nullable: true })
  syncVersion!: number | null;

  @Column('integer', { name: 'model_version', nullable: true })
  modelVersion!: number | null;

  /** null: nobody has it, or a worker that stopped gave it back. */
  @Column('text', { name: 'lease_owner', nullable: true })
  leaseOwner!: string | null;

  @Column('integer', { name: 'lease_epoch', default: 0 })
  leaseEpoch!: number;

  @Column('timestamptz', { name: 'lease_expires_at', nullable: true })
  leaseExpiresAt!: Date | null;

  /** How many workers let their lease run out; one that gave it back is none of them. */
  @Column('integer', { name: 'workers_lost', default: 0 })
  workersLost!: number;

  @Column('jsonb', { nullable: true })
  counts!: RunCounts | null;

  @Column('jsonb', { default: () => `'[]'` })
  rejections!: Rejection[];

  @Column('jsonb', { nullable: true })
  failure!: RunFailure | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
