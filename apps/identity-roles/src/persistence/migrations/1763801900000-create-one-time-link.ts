import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOneTimeLink1763801900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table one_time_link (
        hash bytea not null,
        account_id uuid not null,
        purpose text not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint one_time_link_pk primary key (hash),
        constraint one_time_link_purpose check (purpose in ('password')),
        constraint one_time_link_account foreign key (account_id) references account (id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table one_time_link');
  }
}
