import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LinkPurpose, OneTimeLink } from '../domain/one-time-link.ts';
import { AccountRow } from './account.row.ts';

@Entity('one_time_link')
@Index('one_time_link_by_account', ['accountId'])
@Check('one_time_link_purpose', `purpose in ('password', 'invitation', 'reset')`)
@ForeignKey(() => AccountRow, ['accountId'], ['id'], { name: 'one_time_link_account', onDelete: 'CASCADE' })
export class OneTimeLinkRow implements OneTimeLink {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') purpose!: LinkPurpose;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
