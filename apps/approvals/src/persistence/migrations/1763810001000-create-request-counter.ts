import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRequestCounter1763810001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_counter (
        workspace_id uuid not null,
        last_number integer not null default 0,
        constraint request_counter_pk primary key (workspace_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_counter');
  }
}
