import type { JudgedItem } from '@imprimatur/abilities';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Never changed and never taken away: requests that are long closed are still listed by it. */
@Entity('footprint')
@Unique('footprint_key', ['workspaceId', 'key'])
export class FootprintRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('jsonb') items!: JudgedItem[];
}
