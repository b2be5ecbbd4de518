import type { RefusalCode, Schedule } from '@imprimatur/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When a sync ticks next. One row a sync, drafts included: pausing does not wait for a publication. */
@Entity({ name: 'schedule' })
@Index('schedule_due', ['nextFireAt'], { where: 'next_fire_at is not null and not paused' })
export class ScheduleRow {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'schedule_pk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'sync_id', primaryKeyConstraintName: 'schedule_pk' })
  syncId!: string;

  /** Of the published version; null while there is none. */
  @Column('jsonb', { nullable: true })
  schedule!: Schedule | null;

  @Column('timestamptz', { nullable: true })
  anchor!: Date | null;

  @Column('timestamptz', { name: 'next_fire_at', nullable: true })
  nextFireAt!: Date | null;

  @Column('boolean', { default: false })
  paused!: boolean;

  /** The reason of the last refusal that was announced, until a run starts. */
  @Column('text', { name: 'announced_code', nullable: true })
  announcedCode!: RefusalCode | null;
}
