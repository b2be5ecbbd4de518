import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asked for a new password, for whatever address they typed. Gone as soon as it was looked into. */
@Entity('password_reset_request')
export class PasswordResetRequestRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
}
