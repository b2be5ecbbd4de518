import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What a person signs in with; one account may be a member of several workspaces. */
@Entity('account')
@Unique('account_email', ['email'])
@Check('account_email_lower', `email = lower(email)`)
export class AccountRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
}
