import type { NamedItem } from '../domain/announcement.ts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('review_thread')
export class ReviewThreadRow {
  @PrimaryColumn({ name: 'workspace_id', type: 'uuid', primaryKeyConstraintName: 'review_thread_pk' })
  workspaceId!: string;

  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'review_thread_pk' })
  requestId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'uuid', array: true })
  participants!: string[];

  @Column({ type: 'jsonb', default: [] })
  items!: NamedItem[];

  /** When the newest event that this was taken from happened. */
  @Column({ name: 'as_of', type: 'timestamptz' })
  asOf!: Date;
}
