import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OneTimeLink } from '../domain/one-time-link.ts';

@Entity('one_time_link')
export class OneTimeLinkRow implements OneTimeLink {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') purpose!: 'password';
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
