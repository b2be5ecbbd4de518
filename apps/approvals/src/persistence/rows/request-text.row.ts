import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApprovalRequestRow } from './approval-request.row.ts';

/** What a request is found by: the names of its items and every comment. Folded, and narrow, so that all of them are read in no time. */
@Entity('request_text')
@ForeignKey(() => ApprovalRequestRow, ['workspaceId', 'number'], ['workspaceId', 'number'], {
  name: 'request_text_request',
})
@Check('request_text_kind', `kind in ('name', 'comment')`)
export class RequestTextRow {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  /** Of the request: what is searched is a range of numbers. */
  @PrimaryColumn('integer') number!: number;
  /** The resource, the comment, or the request itself for what its submitter wrote. */
  @PrimaryColumn('uuid', { name: 'of_id' }) ofId!: string;
  @Column('text') kind!: 'name' | 'comment';
  @Column('text') folded!: string;
}
