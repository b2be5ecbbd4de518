import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_counter')
export class RequestCounterRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('integer', { name: 'last_number', default: 0 }) lastNumber!: number;
}
