import type { Binding, Ends, GatedKind } from '@imprimatur/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApprovalRequestRow } from './approval-request.row.ts';

/** One item; its contents are whatever the contract allows for its kind, and are read back as one item. */
@Entity('request_item')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'requestId'], ['workspaceId', 'id'], {
  name: 'request_item_request',
})
@Index('request_item_resource', ['workspaceId', 'resourceId'])
export class RequestItemRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  @PrimaryColumn('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('smallint') position!: number;
  @Column('text') kind!: GatedKind;
  @Column('text') name!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('integer', { name: 'base_version', nullable: true }) baseVersion!: number | null;
  @Column('jsonb') content!: object;
  @Column('jsonb', { name: 'base_content', nullable: true }) baseContent!: object | null;
  @Column('jsonb') ends!: Ends[];
  @Column('uuid', { array: true }) contributors!: string[];
  @Column('jsonb', { nullable: true }) binding!: Binding | null;
}
