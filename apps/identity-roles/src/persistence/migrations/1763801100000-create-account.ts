import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1763801100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid not null,
        email text not null,
        password_hash text,
        constraint account_pk primary key (id),
        constraint account_email unique (email),
        constraint account_email_lower check (email = lower(email))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account');
  }
}
