import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewThread1767225700003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_thread (
        workspace_id uuid not null,
        request_id uuid not null,
        number integer not null,
        participants uuid[] not null,
        as_of timestamptz not null,
        constraint review_thread_pk primary key (workspace_id, request_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_thread');
  }
}
