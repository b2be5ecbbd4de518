import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasswordResetRequest1764020200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table password_reset_request (
        id uuid not null,
        email text not null,
        requested_at timestamptz not null,
        constraint password_reset_request_pk primary key (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table password_reset_request');
  }
}
